/**
 * English phrases about people, plans and what might have been. Each pattern is matched against a single line
 * and runs in linear time. Each rule decides which sections it searches.
 */
export const english = {
  /** Phrases that name a person as the cause. */
  humanError:
    /\b(?:human|operator|pilot|manual|administrator|engineer)['’]?s? errors?\b|(?<=\b(?:due to|caused by|because of|was an?|from) (?:an? )?)user error\b|\bfinger trouble\b|\bfat[- ]finger(?:ed|ing)?\b/gi,
  /** A beginning of the sentence that makes the phrase a guess or a denial. */
  notHumanError:
    /\b(?:not|no|never|n['’]t|rather than|instead of|assum\w{1,8}|suspect\w{0,3}|rul(?:ed|ing) out|prevents?|avoids?|reduces?)\b[^.;]{0,40}$/i,

  /** What made an error possible: a check that is not there, or something that lets it happen. */
  weakness:
    /\b(?:no|without|lack(?:s|ed|ing)?|missing) (?:\p{L}{1,15} ){0,2}(?:automation|checks?|confirmations?|documentation|guards?|guardrails?|limits?|prompts?|protections?|reviews?|runbooks?|safeguards?|tests?|validations?|verification|warnings?)\b|\b(?:does|did|do)(?: not|n['’]t) (?:ask|check|prevent|prompt|protect|refuse|reject|validate|verify|warn)\b|\b(?:neither|never) (?:asks?|asked|checks?|checked|warns?|warned)\b|\bnothing (?:had |has )?(?:ask|check|prevent|restor|stop|tr[iy]|warn)\p{L}{0,4}\b|\b(?:anybody|anyone|everybody|everyone) (?:who|with|can|could|may|might)\b|\bsilently\b|\bmade it (?:easy|possible)\b|\b(?:look|looks|looked|are|were) (?:exactly |nearly |almost )?(?:the same|alike|identical)\b/iu,

  /** A plan that asks people to be better people. */
  careful:
    /\bbe (?:more )?(?:careful|cautious|diligent|vigilant|attentive)\b|\b(?:being|stay|remain) (?:more )?(?:careful|cautious|vigilant|attentive)\b|\bpay(?:ing)? (?:more |closer |close |better )?attention\b|(?<=^\W{0,6}(?:please )?)remind (?:the |our |all |every)?\s?(?:team|teams|everyone|everybody|staff|engineers?|developers?|colleagues)\b|\bdouble[- ]check (?:next time|in (?:the )?future|everything)\b|\btry harder\b|\bmore care\b/gi,

  /** The beginning of an action item that could mean anything. */
  vagueStart:
    /^(?:improve|improving|enhance|enhancing|consider|considering|look into|looking into|think about|be more|try|better|reflect|strengthen|optimi[sz]e|explore)\b/i,
  /** The beginning of a sentence that tells the author what to write. */
  instruction:
    /^(?:(?:please )?(?:briefly )?(?:describe|explain|list|outline|summari[sz]e)|(?:please )?(?:fill in|give|include|provide))\s(?!of\b)\p{L}/iu,
  /** The same in a list, which may also be one of things to do. */
  listedInstruction:
    /^(?:please )?(?:briefly )?(?:describe|explain|list|summari[sz]e)\s(?:all|any|anything|how|the|things|what|when|where|which|who|why)\b/i,

  /** A number, a name, a file or a symbol shows that the author had something definite in mind. */
  specific: /\d|[a-z][A-Z]|\w[_./]\w|\b[A-Z]{2,}s?\b|(?<=\s)["“`']|(?<=\s\w{0,40}\s?)\b[A-Z][a-z]+/,

  /** Words that say how, or what it will be good for. */
  measurable:
    /\b(?:to (?!be\b)\p{Ll}{2,20}|by \p{Ll}{2,20}ing|with|using|so that|so we|via|through|such as|including|e\.g|when|whenever|that|which|instead of|in order)\b/iu,
  /** Words for something other than people that does the reminding. */
  automatic: /\b(?:automat\w{1,6}|bots?|hooks?|lint\w{0,4}|ci|scripts?|banners?|pop-?ups?|dialogs?)\b/i,

  /** A statement that nothing is left to do. */
  noActions:
    /\b(?:no|none|not?\b[^.]{0,20}\b(?:any|further)|nothing)\b[^.]{0,40}\b(?:actions?|tasks?|measures?|follow-?ups?|changes?|improvements?|needed|required|necessary|planned|further|to do)\b|\b(?:should|will|ought to|seems? to) be (?:enough|sufficient)\b|\bnone\b|\bn\/a\b|\bnot applicable\b/i,

  /** An unknown number of users. */
  someUsers:
    /\b(?:some|many|several|a few|few|various|numerous|a number of|a lot of|lots of|multiple|certain) (?:of (?:the |our )?)?(?:\w{2,20} ){0,2}(?:users?|customers?|clients?|visitors?|students?|members?|subscribers?|people|requests?|tenants?|merchants?)\b/gi,
  /** All users. */
  allUsers:
    /\b(?:all|every|every single|each of) (?:of )?(?:the |our )?(?:\w{2,20} ){0,2}(?:users?|customers?|clients?|visitors?)\b|\b100 ?(?:%|percent) of (?:the |our |all )?(?:\w{2,20} ){0,2}(?:users?|customers?|clients?|visitors?)\b/gi,
  /** A share of users that is not all of them. */
  shareOfUsers:
    /(?<![\d.,])\d{1,3}(?:\.\d{1,3})? ?(?:%|percent) of (?:the |our |all |its |active )?(?:\w{2,20} ){0,2}(?:users?|customers?|clients?|visitors?|user ?base)\b/gi,
  /** A count, or a statement that nobody or everybody was affected. */
  quantified:
    /(?:\d|\}\}) ?(?:%|percent\b)|\bper ?cent\b|\b\d[\d,.]{0,12}(?:k|m|\+)? (?:\w{2,20} ){0,3}(?:users?|customers?|clients?|visitors?|students?|members?|subscribers?|people|accounts?|requests?|transactions?|orders?|payments?|sites?|servers?|nodes?|jobs?|emails?|messages?|packages?|repositories|devices?|machines?|instances?|pods?|clusters?|services?|tickets?|teams?|workloads?|deployments?|builds?|tokens?|coins?|wallets?|addresses|blocks?|validators?|queries|calls?|errors?|euros?|dollars?)\b|[$€£] ?\d|\b(?:all|every|everyone|everybody|each|any|no|nobody|none|no one|zero|half|most|majority|entire|whole|one|two|three|four|five|both|only) (?:of )?(?:the |our |its )?(?:\w{2,20} ){0,3}(?:users?|customers?|clients?|visitors?|students?|members?|subscribers?|people|requests?|traffic|sites?|services?|servers?|teams?|tenants?|impact|user ?base|nodes?|clusters?|data|funds|transactions?|applications?|websites?|builds?|jobs?|deployments?|instances?|namespaces?|loss|platform|network|chain|anyone|thirds?|quarters?)\b|\b(?:everyone|everybody|nobody|no one|no impact|(?:a|one) (?:half|third|quarter)|half of|unaffected|not affected)\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:out of|in) (?:every )?(?:two|three|four|five|six|ten|\d{1,4})\b|\b(?:completely|totally|entirely|fully) (?:down|unavailable|inaccessible|unreachable|offline)\b/i,

  /** A length of time, also from one time to another, or a count of anything: "5-minute", "10:00 until 11:30", "3 commits". */
  measured:
    /\d{1,2}:\d{2}(?: [a-z]{2,5})? ?(?:[-–—]|\b(?:and|till?|to|until)\b)[^.;:]{0,30}(?<!\d)\d{1,2}:\d{2}|(?<![\w.:])\d[\d,.]{0,12}\+?(?: ?[-–] ?| )?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?)\b|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:minutes?|hours?|days?|weeks?|months?)\b|(?<![\w.:/-])\d[\d,.]{0,12}\+?(?:[-–]\d{1,6})? (?:\p{Ll}[\p{L}/-]{2,30} ){0,2}\p{Ll}[\p{L}-]{2,20}s\b/iu,

  /**
   * What people ought to have done. What a check or another design would have done explains the cause, and is no
   * judgement. The participle keeps "should have access" out.
   */
  counterfactual:
    /(?<=\b(?:we|i|they|he|she|nobody|somebody|someone|anybody|anyone|everybody|everyone|one|teams?|engineers?|developers?|operators?|administrators?|admins?|authors?|reviewers?|responders?|managers?|vendors?|providers?|maintainers?|on-?call|people)(?: (?:also|probably|really|clearly|certainly|easily))? )(?:could(?:n['’]t)?(?: easily)? have (?:prevented|avoided|caught|detected|noticed|saved|mitigated|reduced|shortened|stopped|checked|tested|reviewed)\b|(?:should|would|ought to)(?:n['’]t)?(?: not)?(?: (?:easily|also|already|never|probably|certainly|simply|at least))? have (?:(?:been|also|already|never|easily) ){0,2}(?:\w{2,20}ed|known|seen|done|made|taken|found|caught|given|kept|held|set|put|run|built|written|chosen|thought|told|sent|spent|shown|begun)\b)|\b(?:should|could|ought to)(?:n['’]t)?(?: (?:easily|also|already|probably|certainly|simply|at least))? have (?:easily |also |already )?been (?:\w{2,12}ly )?(?:anticipated|avoided|caught|checked|communicated|detected|documented|done|escalated|foreseen|known|monitored|noticed|planned|prevented|questioned|reviewed|seen|spotted|tested|validated|verified)\b|(?<!\b(?:see|saw|know|knew|check|checked|ask|asked|wondered|unclear|unsure) )\bif (?:only|we had|they had|he had|she had|someone had|somebody had|the team had|the engineers? had)\b/gi,

  /** The title of a paragraph about what did not happen, which is meant as that. */
  otherCourse: /^\W{0,8}what (?:should|could|would|ought to) have (?:happened|been done)\b/i,

  /** The title of a part of a section about what did not happen: "What could have been faster?" */
  otherCourseTitle:
    /\bwhat (?:could|should|would|might|can)\b|\b(?:have|be|been|do|done|gone) (?:\w{2,12} )?(?:better|faster|differently|earlier|sooner)\b|\bhow (?:could|might|can) (?:we|this|it|they)\b/i,
  /** What would have been worse than what happened, or follows from how something works. */
  worseOutcome:
    /^would (?:also |probably |certainly )?have (?:(?:been|also|already) ){0,2}(?:affected|blocked|broken|continued|corrupted|crashed|degraded|deleted|destroyed|errored|exceeded|exhausted|exposed|failed|lost|needed|overwritten|rejected|remained|required|returned|spread|stayed|worsened)\b/i,
  /** The beginning of a sentence that tells what somebody said. */
  reported:
    /\b(?:discuss(?:ed|es|ion|ions|ing)?|explain(?:ed|s|ing)?|suggest(?:ed|s|ing|ion)?|recall(?:ed|s|ing)?|ask(?:ed|s|ing)?|say(?:s|ing)?|said|wonder(?:ed|s|ing)?|argu(?:ed|es|ing)|comment(?:ed|s|ing)?|whether|(?:not|point)(?:ed|es|s|ing) (?:out )?that)\b[^.;!?]{0,160}$/i,
  /** A message in a timeline, after its time and the initials or the handle of whoever wrote it: "10.12 AB: …". */
  message: /^\W{0,4}(?:\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\W{1,4})?(?:@[\w.-]{2,30}|\p{Lu}{2,3})\s?:\s/u,

  /** Words for what was clear only afterwards. */
  hindsight:
    /(?<=^\W{0,3}|[.;:!?,(–—-]\s{1,3}|\b(?:was|were|is|are|had|has|we|they|it|he|she) )(?:obviously|of course|needless to say|clearly should|in hindsight,? it was|with hindsight,? it was)\b|(?<=^\W{0,3}|[.;:!?]\s{1,3})simply(?=,)/gi,

  /** A word of blame after a person or a team. */
  blame:
    /\b(?:engineers?|developers?|admin(?:istrator)?s?|operators?|colleagues?|employees?|interns?|juniors?|contractors?|managers?|someone|somebody|he|she|they|we|the (?:\w{2,20} )?team|@[\w-]{2,38})\b(?:\W{1,3}(?!(?:the|that)\b)\w{1,20}){0,4}?\W{1,3}(?:carelessly|careless|negligent(?:ly)?|negligence|sloppy|sloppily|lazy|incompeten(?:t|ce)|stupid(?:ly)?|at fault|to blame|blew it|screwed up|messed up|reckless(?:ly)?|foolish(?:ly)?|neglected to|forgot to|forgotten to|did(?:n['’]t| not) bother|failed to)\b/gi,
} as const
