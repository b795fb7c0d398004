/**
 * Common given names. Names that are also words, places or well-known programs, such as Mark, Austin, Ruby or Julia,
 * are left out.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `Aaron Adam Ahmed Aisha Alan Albert Alejandro Alexander Alice Amanda Amit Amy Ana Andreas Andrew Andy Angela Anita Anna
  Anthony Arjun Barbara Benjamin Ben Betty Bill Bob Brian Bruce Carlos Carol Caroline Catherine Charles Chris Christian
  Christina Christine Christopher Claire Craig Dan Daniel Dave David Deborah Deepak Dennis Diego Dmitri Donald Donna
  Dorothy Edward Elena Elizabeth Ellen Emily Emma Eric Fatima Francesca Fred Gary Giovanni Greg Hannah Harry Heather
  Helen Henry Ivan Jacob James Jane Janet Jeff Jennifer Jens Jessica Jim Joe Johannes John Jonathan Jose Joseph Joshua
  Juan Judith Judy Jürgen Karen Kate Katherine Kathleen Keith Kelly Kenneth Kevin Kim Klaus Larry Laura Linda Lisa Luis
  Margaret Maria Marie Mary Mateusz Matt Matthew Megan Mehmet Melissa Michael Michelle Miguel Mike Mohamed Mohammed
  Nancy Natalie Neha Nicholas Nicole Olga Omar Patricia Patrick Paul Pedro Peter Philip Pierre Piotr Priya Rachel Rahul
  Ralph Raymond Rebecca Richard Robert Roger Ronald Ryan Samantha Samuel Sandra Sanjay Sara Sarah Scott Sean Sergey
  Sharon Stefan Stephanie Stephen Steve Steven Susan Svetlana Teresa Thomas Tim Timothy Tom Tony Vijay Walter Wendy
  William Wolfgang Yuki Yusuf`.split(/\s+/),
)
