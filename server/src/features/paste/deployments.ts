import { instantOf } from './instants.ts'
import { itemsOf, textOf } from './jsonFields.ts'
import { exactly, type JsonReader, type PastedEvent } from './pastedEvent.ts'

/** Deployments from the APIs of GitHub and GitLab, without the people who started them. */
export const readDeployments: JsonReader = (data) => {
  const events = itemsOf(data, 'deployments').flatMap((item) => [...readGitHub(item), ...readGitLab(item)])
  return events.length === 0 ? null : events
}

function readGitHub(deployment: unknown): readonly PastedEvent[] {
  const [sha, ref, environment] = ['sha', 'ref', 'environment'].map((name) => textOf(deployment, name))
  const created = instantOf(deployment, 'created_at')
  if (sha == null || ref == null || environment == null || created === null) return []
  return [exactly(created, `Deployment of ${ref} (${sha.slice(0, 8)}) to ${environment} created.`)]
}

function readGitLab(deployment: unknown): readonly PastedEvent[] {
  const [sha, ref, status] = ['sha', 'ref', 'status'].map((name) => textOf(deployment, name))
  const environment = textOf(deployment, 'environment', 'name')
  const ended = instantOf(deployment, 'deployable', 'finished_at') ?? instantOf(deployment, 'updated_at')
  const instant = ended ?? instantOf(deployment, 'created_at')
  if (sha == null || ref == null || status == null || environment === null || instant === null) return []
  return [exactly(instant, `Deployment of ${ref} (${sha.slice(0, 8)}) to ${environment}: ${status}.`)]
}
