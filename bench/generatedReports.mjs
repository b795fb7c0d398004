/** Reports as a team writes them, any number of them and the same every time. */

const services = ['checkout', 'search', 'mail', 'login', 'uploads', 'billing', 'reports', 'status']
const causes = ['expired-certificate', 'capacity', 'config-change', 'missing-test', 'slow-query', 'full-disk']
const triggers = ['deploy', 'traffic', 'config-change', 'failover']
const owners = ['Mira', 'Jonas', 'Aiko', 'Lena']

const pick = (list, index) => list[index % list.length]
const two = (number) => String(number).padStart(2, '0')

export function makeIncident(index) {
  const day = new Date(Date.UTC(2001, 0, 1 + ((index * 37) % 9000))).toISOString().slice(0, 10)
  const service = pick(services, index * 7)
  const cause = pick(causes, index * 11)
  const length = 10 + ((index * 29) % 170)
  const clock = (minutes) => `${two(9 + Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return `---
id: INC-${index}
status: published
severity: SEV${1 + (index % 4)}
services: [${service}]
trigger: ${pick(triggers, index * 3)}
causes: [${cause}]
---

# Postmortem: ${service} answered with errors, number ${index}

## Issue Summary

From ${day} ${clock(0)} UTC to ${day} ${clock(length)} UTC, ${5 + (index % 60)}% of the requests to ${service} failed. The cause
was ${cause.replace('-', ' ')}, which no alert had covered.

## Timeline

- ${clock(0)} UTC - The first requests to ${service} failed.
- ${clock(Math.floor(length / 4))} UTC - An alert on the error rate was received by the on-call engineer.
- ${clock(Math.floor(length / 2))} UTC - The logs were searched, and the cache was suspected without a reason.
- ${clock(Math.floor(length / 1.5))} UTC - It was escalated to the ${service} team.
- ${clock(length)} UTC - The change was rolled back and the service was restored.

## Root Cause and Resolution

A change of the configuration was made without a test, because the tests run only for code. The old configuration was
restored on every host of ${service}, one after the other, and the error rate fell at once.

## Corrective and Preventative Measures

- [${index % 3 === 0 ? ' ' : 'x'}] Test configuration number ${index} of ${service} before each deployment (owner: ${pick(owners, index)}, due: 2030-01-${two(1 + (index % 28))})
- [x] Alert on the error rate of ${service} in case ${index} (owner: ${pick(owners, index + 1)}, due: 2030-02-${two(1 + (index % 28))})
`
}
