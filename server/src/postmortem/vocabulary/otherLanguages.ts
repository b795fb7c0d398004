/**
 * The headings of reports in Chinese, French, German, Japanese, Portuguese, Russian and Spanish, as normalised titles, by
 * what is below them. They only tell that a document is a report, and that what it seems to lack may be there in other
 * words.
 */
export const otherLanguages: Readonly<Record<'story' | 'cause' | 'impact' | 'cure', RegExp>> = {
  story:
    /^(?:r[ée]sum[ée]|chronologie|d[ée]roul[ée]|contexte|zusammenfassung|ablauf|zeitleiste|zeitlicher|chronik|was (?:ist )?(?:passiert|geschehen)|resum(?:en|o)|cronolog[íi]a|l[íi]nea de tiempo|linha do tempo|qu[ée] (?:pas[óo]|sucedi[óo]|ocurri[óo])|o que aconteceu|краткое описание|хронология|что (?:произошло|случилось))(?!\p{L})|^(?:(?:事故|故障|事件|问题|障害|インシデント)の?)?(?:概要|概述|经过|時系列|时间线|タイムライン|経緯|排查过程|调查过程|调查|調査)$/u,
  cause:
    /^(?:(?:analyse des |analyse de la )?causes? (?:racines?|profondes?|premi[èe]res?|probables?)|(?:grund)?ursachen?(?:analyse)?|(?:an[áa]li[sz]e? de )?(?:la |da )?causas? (?:ra[íi](?:z|ces)|prov[áa]ve(?:l|is)|probables?)|por que (?:isso )?aconteceu|(?:корневая |основная )?(?:перво)?причина)(?!\p{L})|^(?:(?:事故|故障|事件|问题|障害|インシデント)の?)?(?:根因|根本原因|原因)(?:分析)?$/u,
  impact:
    /^(?:impacto|cons[ée]quences?|sympt[ôo]mes?|auswirkung(?:en)?|s[íi]ntomas?|влияние|последствия|симптомы)(?!\p{L})|^(?:(?:事故|故障|事件|问题|障害|インシデント)の?)?(?:影响|影響|影响范围|影響範囲|症状|现象|現象)$/u,
  cure: /^(?:(?:actions?|mesures?) (?:correctives?|pr[ée]ventives?|de suivi)|r[ée]solution|rem[ée]diation|le[çc]ons|behebung|l[öo]sung|ma(?:ß|ss)nahmen|resoluci[óo]n|soluci[óo]n|resolu[çc][ãa]o|solu[çc][ãa]o|(?:acciones|medidas) (?:correctivas|preventivas|recomendadas)|a[çc][õo]es|recomenda(?:[çc][ãa]o|[çc][õo]es|ciones)|lecciones|li[çc][õo]es|исправление|решение|меры|выводы)(?!\p{L})|^(?:修复|修復|修复步骤|解决方案|対応|恒久対策|再発防止策?|预防措施|改进措施|后续行动|后续与教训|经验教训|教訓)$/u,
}
