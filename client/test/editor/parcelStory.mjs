// What happened to a made-up parcel service one night, as far as its report has to be typed.

export const impact =
  'The tracking pages and the tracking interface for shops answered with errors or not at all, so customers could not see where their parcels were'

export const shortCause =
  'One of three cache nodes ran out of memory, because sessions without an expiry date had filled it for weeks'

/** What was done when, each for the placeholder that the template has for it. */
export const timeline = [
  [
    '22:56',
    '{{The issue was detected, by an alert, an engineer or a customer.}}',
    'A monitoring alert reported that more than a third of the requests to the tracking pages failed, and the on-call engineer took it.',
  ],
  [
    '23:05',
    '{{What was investigated, and what was assumed to be the cause.}}',
    'The web servers were investigated first. The last deployment had gone out an hour before, and was assumed to be the cause.',
  ],
  [
    '23:21',
    '{{Which misleading path was taken.}}',
    'The deployment was rolled back, and the errors went on as before. It had been a misleading path that took sixteen minutes.',
  ],
  [
    '23:34',
    '{{To which team or person it was escalated.}}',
    'The incident was escalated to the storage team.',
  ],
  [
    '00:22',
    '{{How the incident was resolved.}}',
    'The third node had joined the cache again and the error rate was back to normal, so the incident was resolved.',
  ],
]

export const cause =
  'The session service writes every session to the cache, and since its last major release it writes those of shops without an expiry date. They were never removed, so the memory of the cache nodes filled up slowly over six weeks. A node is configured to refuse writes rather than to remove old keys, so every request that had to store a session on that node failed, which is about a third of all.'

export const fix =
  'The node was taken out of the cache so that its share of the keys moved to the other two. Its snapshot was removed, the node was started empty, and a script gave every shop session on the other nodes an expiry of thirty days.'

export const tasks = [
  ['Add an alert at eighty percent of the memory of each cache node', 'storage team'],
  ['Reject sessions without an expiry date in the session service', 'session team'],
]

export const improvement = 'The memory of the cache nodes should be watched as closely as the web servers are'

export const otherImprovement = 'A service that stores sessions should not be able to store them for ever'

/** Tasks are to be done in the future. */
export const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

/** For a report that would be too short without it. */
export const lesson =
  'The supervisor took the refusals for a crash and restarted the node, which loaded the same keys from its snapshot and refused writes again within seconds. Nobody looked at the memory of the cache at first, because no alert had ever been set for it and the dashboard of the evening shows the web servers only.'
