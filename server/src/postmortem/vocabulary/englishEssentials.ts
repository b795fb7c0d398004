import type { EssentialPhrases } from './vocabulary.ts'

/** Words with which a text of any form tells what any report tells. They only ever keep a rule silent. */
export const essentialPhrases: EssentialPhrases = {
  plan: /\b(?:we|i)(?: (?:all|also|are|have|now|since|then|already))?(?:['’]ll| will| are going to|['’]re going to| going to| plan\b| intend\b| should\b| need to\b| could have\b)|\b(?:we|i)(?: have|['’]ve)(?: also| already| now| since)? (?:[a-z]{2,20}ed|built|put|set|made|begun|written)\b|\b(?:will|should|must|needs? to|has to|have to)(?: also| now| then| always| never| not)? be\b|\b(?:has|have) (?:also |already |now |since )?been (?:added|changed|fixed|hardened|improved|increased|introduced|mitigated|moved|patched|put|raised|removed|replaced|rewritten|updated|upgraded)\b|\b(?:is|are) now [a-z]{2,20}ed\b|\bin (?:the )?(?:near )?future\b|\bnext time\b|\b(?:going|moving) forward\b|\bfrom now on\b|\b(?:steps|measures|safeguards|controls) (?:are|were|have been)\b|\b(?:long|longer|short|medium)[- ]term\b|\bno (?:further |additional )?actions?\b|\bfalse (?:positive|alarm)\b|\bso (?:that )?(?:it|this|that) (?:cannot|can['’]t|can not|does not|doesn['’]t|will not|won['’]t|never) happens?\b/i,
  planHeading:
    /\b(?:actions?|controls|differently|follow[- ]?ups?|future|guards?|guidance|hardening|improve(?:d|ments?)?|learn(?:ed|t|ings?)?|lessons?|next|plan(?:ned|s)?|prevent(?:ing|ion|ive|ative)?|proposed|recommend(?:ed|ations?)|remediations?|safeguards?|solutions?|suggest(?:ed|ions?)|take-?aways?)\b/i,
  cause:
    /\b(?:because|due to|caused by|cause(?:s|d)? (?:of|was|is|the|this|it)|as a result of|resulted (?:from|in)|stemm(?:ed|ing) from|led to|leads to|owing to|thanks to|reasons?|culprit|turned out|identified that|triggered|resulting|attackers?|turns out|traced (?:back )?to|(?:problem|issue|bug|fault|mistake|error) (?:was|is|lay|lies|came from))\b/i,
  later:
    /\b(?:minutes?|hours?|days?|weeks?|moments?) (?:later|after|afterwards|earlier|before)\b|\b(?:next|following|same|that|previous) (?:day|morning|afternoon|evening|night|week)\b|\b(?:shortly|soon) (?:after|afterwards|thereafter)\b/i,
  study:
    /\b(?:educational|learning|training|teaching|demonstration|illustrative|practice) purposes?\b|\bcase stud(?:y|ies)\b|\b(?:simulated|fictional|fictitious|hypothetical|imaginary|imagined|made-up) (?:[\w-]{1,20} ){0,4}(?:incidents?|outages?|attacks?|breach(?:es)?|failures?|scenarios?|compan(?:y|ies)|services?|systems?)\b|\b(?:reproducible|this) simulation\b|\b(?:the|this|my|our) (?:assignment|coursework|homework|take-?home|capstone|lab exercise|exercise|internship|interview)\b|\bfor (?:the|this) assessment\b|\bthis (?:repo|repository|project|case) (?:explores?|contains?|provides?|demonstrates?|involves?|reproduces?|analy[sz]es?|examines?|shows?|studies|documents?)\b|\b(?:publicly available|public) (?:information|sources|data|reports|analyses|statements)\b|\bnot affiliated with\b|\bproofs?[- ]of[- ]concept\b/i,
  studyHeading:
    /^[^\p{L}]{0,8}(?:your (?:task|assignment|turn|mission)s?|(?:discussion |review )?questions(?: (?:to|for) .{1,40})?|proofs? of concept|assumptions(?: .{1,40})?|disclaimer)\W{0,4}$/iu,
}
