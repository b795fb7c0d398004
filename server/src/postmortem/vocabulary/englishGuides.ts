import type { GuideSigns } from './vocabulary.ts'

/** Patterns for documents that say what to do in or after an incident, and for blank forms. */

const subject = "(?:[\\p{L}\\p{N}&/'’()-]{1,30} ){0,6}"
const report =
  '(?:post-?mortem|rapports?|incident|incidente|informe|relat[óo]rio|reporte|bericht|vorfall|zwischenfall|rca|інцидент|инцидент)'
const form =
  '(?:template|mod[eè]le|gabarit|canevas|plantilla|vorlage|modelo|szablon|sjabloon|шаблон|formulaire|formular)'

export const guides: GuideSigns = {
  title: [
    new RegExp(
      `^${subject}(?:runbook|playbook|handbook|cheat ?sheet|(?:disaster|recovery|response|continuity|contingency|incident|emergency|escalation|rollback|maintenance) (?:recovery )?plan|change (?:control|request|management)(?: document| form| record| plan)?)$`,
      'iu',
    ),
    /^(?:recover|troubleshoot|diagnose|respond to|react to)(?: from)? (?:an? |the |your )?[\p{L}\p{N}]/iu,
    /^lessons learn(?:ed|t) (?:from|while|when|by|in|during|after) (?:\w{1,20} )?(?:building|developing|writing|creating|working|using|learning|maintaining|teaching|\d{1,3} (?:years|months))\b/i,
  ],
  wholeTitle:
    /^(?:(?:security|production|our) )?incident (?:response|management|handling)(?: (?:process|policy|procedures?|guidelines?|workflow|checklist))?$/i,
  responseFile:
    /(?:^|\/)(?:security[-_ ])?incident[-_ ]?(?:response|management|handling|process|policy|plan|flow|command)(?:[-_ ](?:plan|process|policy|guide|runbook|playbook|procedure))?\.[a-z]{1,10}$/i,
  incidentTitle:
    /^(?:(?:security|production|major) )?incidente?(?: report)?(?: ?#?\d{1,8})?\s?[:–—]\s?(?!(?:how|what|when|response|management|plan|process|polic|procedure|checklist|template|guide|steps)\w{0,2}\b)\p{L}/iu,
  formTitle: new RegExp(
    `^${form}(?!\\p{L}).{0,30}(?<!\\p{L})${report}|(?<!\\p{L})${report}.{0,20}[ -]${form}(?!\\p{L})\\W{0,4}$|${report}s?vorlage$`,
    'iu',
  ),
  meta: /\{\{-?\s?(?:\.[A-Za-z]|[a-z]{1,20}\s(?:\.[A-Za-z]|[($]|"[^"]{1,40}"\s?[.$(]))/,
  skill: { name: /^name\s*:/i, description: /^(?:description|about)\s*:/i, title: /^(?:title|date)\s*[:=]/i },
  deck: /^(?:marp|slidenumbers|build-lists|autoscale|slide-?number|paginate)\s*: ?\S|^outputs?\s?[:=].{0,10}\breveal\b|^\{\{[<%] ?slide\b/i,
  preface:
    /^\W{0,6}(?:this (?:runbook|playbook|checklist|handbook|tutorial|skill) (?:is|guides?|provides|describes|contains|outlines|defines|explains|covers|helps|gives|details|walks)\b|this (?:document|page|plan|guide) (?:is|provides|describes|contains|outlines|gives) (?:a |the )?step-by-step (?:procedures?|instructions?|guides?)\b|an? (?:checklist|runbook|playbook) (?:for|to|of|on)\b)/i,
  template:
    /^\W{0,6}(?:this (?:is|document is|page is) (?:a|an|the|our) (?:[\w-]+ ){0,3}template\b|template (?:based on|taken from|adapted from)\b|(?:here|below|this) (?:is|are) (?:a (?:list|set) of )?guid(?:ed|ing) questions\b)/i,
  collection:
    /^\W{0,6}(?:this (?:directory|folder|repo(?:sitory)?|page|index) (?:is|contains|holds|collects|lists|keeps|stores|documents|records|tracks|catalogs) (?:[\w'’-]+ ){0,8}?(?:post-?mortems|incidents|outages|(?:reports?|reviews?|retrospectives) of|reports|reviews|log|index|archive|list|collection)\b|(?:an?|the|our|my) (?:curated )?(?:collection|list|archive|index|catalog(?:ue)?) of (?:[\w'’-]+ ){0,4}?(?:post-?mortems|incidents|outages|incident reports)\b)/i,
}
