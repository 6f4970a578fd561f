/** The engine's rules in plain English, for the card that says why something is marked. */

const RULES: Record<string, string> = {
  "corrections/by-hand": "Marked by hand.",

  "figures/compared": "A count that is set against one of people harmed, as in “up from 41”.",
  "figures/counted-harm": "The number counts the harm itself, as in “30 deaths”.",
  "figures/described": "The people counted are described as harmed, as in “the four arrested men”.",
  "figures/listed": "The number stands in a list with others that were harmed.",
  "figures/object": "The number is what was done, as in “killed 12 people”.",
  "figures/of": "The number stands behind “of”, as in “the deaths of two men”.",
  "figures/part-of": "The number is a part of others that were harmed, as in “including three children”.",
  "figures/participle": "The harm stands beside the number, as in “30 injured”.",
  "figures/passive": "The people counted were harmed, as in “12 people were killed”.",
  "figures/subject": "The people counted came to harm, as in “12 people died”.",
  "figures/toll": "The number is given as a toll, as in “the toll rose to 45”.",

  "quotes/according-to": "“According to” or the like names whose words these are.",
  "quotes/bare-clause": "The clause behind a word of saying, as in “police said the road was open”.",
  "quotes/carried": "The quotation goes on from the paragraph before, so its speaker does too.",
  "quotes/colon": "A colon introduces the words.",
  "quotes/cue-at-end": "Who says it stands at the end of the sentence.",
  "quotes/cue-before": "Who says it stands right before the words.",
  "quotes/cue-behind": "Who says it stands right behind the words.",
  "quotes/cue-behind-clause": "Who says it stands behind the clause, as in “The road was open, police said”.",
  "quotes/cue-in-sentence": "Who says it stands elsewhere in the sentence.",
  "quotes/cue-inside-clause": "Who says it stands in the middle of the clause.",
  "quotes/cue-near": "The nearest words of saying name the speaker.",
  "quotes/headline": "The headline or its first words name the speaker.",
  "quotes/infinitive": "What someone vowed, asked or offered to do.",
  "quotes/named": "The words in marks are a name or title that the sentence gives as one.",
  "quotes/no-cue": "Words in marks; nobody near is named for them.",
  "quotes/no-words": "There are no words in the marks.",
  "quotes/noun-topic": "What someone said, as a noun, as in “the claim of fraud”.",
  "quotes/object": "What someone confirmed, denied or announced, as in “denied the charge”.",
  "quotes/paragraph-before": "The paragraph before names the speaker.",
  "quotes/question-clause": "A question that someone asked, as in “asked whether it was safe”.",
  "quotes/run": "It goes on from the quote before it, so its speaker does too.",
  "quotes/statement": "A statement under the name of who gives it.",
  "quotes/subject": "The sentence is about one who may speak, so the words are taken for theirs.",
  "quotes/term": "The words in marks look like a name, a title or a word talked about.",
  "quotes/that-clause": "The clause behind “said that” or the like.",
  "quotes/transcript": "The paragraph begins with who speaks, and a colon.",

  "names/city-of": "“The city of” or the like stands before it.",
  "names/initials": "The initials of an organization that the article names.",
  "names/listed": "A name that Newsmark's lists hold.",
  "names/own-list": "A name of your own list.",
  "names/state-body": "A body of a state, called by the state's name, as in “French army”.",
  "names/surname": "A surname of someone whom the article names in full.",
  "names/tagger": "It reads like a name, by what was learnt from other articles.",

  "entities/acronym": "The initials of a name that the article spells out.",
  "entities/capital-acts": "A capital that acts or speaks stands for its government.",
  "entities/first-word": "The first word of a longer name in the article.",
  "entities/last-part": "The last part of a longer name of a place in the article.",
  "entities/last-words": "The last words of a longer name in the article.",
  "entities/latest-of-name": "Part of a full name that several have: the one named last is meant.",
  "entities/part-of-name": "Part of a full name in the article.",
  "entities/seat-acts": "A seat of government that acts or speaks stands for the government.",
  "entities/the-body": "“The ministry” or the like takes up a body named before.",
  "references/office": "The office takes up the person named with it.",
  "references/pronoun": "The pronoun takes up whom the sentences before it speak of.",
};

/** A rule in plain English; null for one that has no words yet. */
export function ruleText(rule: string): string | null {
  const [name = ""] = rule.split(/\s/, 1);
  return RULES[name] ?? null;
}
