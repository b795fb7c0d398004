/**
 * The headings of reports in French, German, Portuguese and Spanish, as normalised titles, by what is below them. They
 * only tell that a document is a report, and that what it seems to lack may be there in other words.
 */
export const otherLanguages: Readonly<Record<'story' | 'cause' | 'impact' | 'cure', RegExp>> = {
  story:
    /^(?:r[ée]sum[ée]|chronologie|d[ée]roul[ée]|contexte|zusammenfassung|ablauf|zeitleiste|zeitlicher|chronik|was (?:ist )?(?:passiert|geschehen)|resum(?:en|o)|cronolog[íi]a|l[íi]nea de tiempo|linha do tempo|qu[ée] (?:pas[óo]|sucedi[óo]|ocurri[óo])|o que aconteceu)(?!\p{L})/u,
  cause:
    /^(?:(?:analyse des |analyse de la )?causes? (?:racines?|profondes?|premi[èe]res?|probables?)|(?:grund)?ursachen?(?:analyse)?|(?:an[áa]li[sz]e? de )?(?:la |da )?causas? (?:ra[íi](?:z|ces)|prov[áa]ve(?:l|is)|probables?))(?!\p{L})/u,
  impact: /^(?:impacto|cons[ée]quences?|sympt[ôo]mes?|auswirkung(?:en)?|s[íi]ntomas?)(?!\p{L})/u,
  cure: /^(?:(?:actions?|mesures?) (?:correctives?|pr[ée]ventives?|de suivi)|r[ée]solution|rem[ée]diation|le[çc]ons|behebung|l[öo]sung|ma(?:ß|ss)nahmen|resoluci[óo]n|soluci[óo]n|resolu[çc][ãa]o|solu[çc][ãa]o|(?:acciones|medidas) (?:correctivas|preventivas|recomendadas)|a[çc][õo]es|recomenda(?:[çc][ãa]o|[çc][õo]es|ciones)|lecciones|li[çc][õo]es)(?!\p{L})/u,
}
