/**
 * Cues of one language: words by which a sentence says whether it wants, denies, postpones or hands over what it
 * mentions. They know nothing of what is mentioned. Phrases are matched on folded tokens, longest first.
 */
export type Cues = {
  /** ISO 639-1 code. */
  readonly language: string;
  /** Frequent small words by which the language is recognised; few of them are shared with a neighbour. */
  readonly markers: readonly string[];
  /** The verb comes last, so that a negated clause denies what stands before it. */
  readonly verbLast?: boolean;
  /** Negates the noun that follows: "no", "without", "kein". */
  readonly denyNoun?: readonly string[];
  /** Negates the clause that follows, or the one before where nothing follows: "not", "don't", "nobody". */
  readonly denyClause?: readonly string[];
  /** Negates only beside a word of `needing`: "won't (need)", while "won't open" is a complaint. */
  readonly denyNeed?: readonly string[];
  /** Opens a condition or a relative clause, in which a negation denies nothing: "if", "those who". */
  readonly conditional?: readonly string[];
  /** Denies what stands before it, wherever it stands: "is irrelevant", "is out of scope". */
  readonly deniedBefore?: readonly string[];
  /** Words that say "need" or "matter": a negation beside one denies the thing on its other side. */
  readonly needing?: readonly string[];
  /** Look like a negation but are none: "not only", "no later than", "why not". */
  readonly notDenying?: readonly string[];
  /** What nobody wants: its negation is a wish ("no lag", "must not lose a message"). */
  readonly bad?: readonly string[];
  /** Ends what a negation covers: "but", "only", "instead". */
  readonly contrast?: readonly string[];
  /** Begins a clause of its own: "because", "which", "so". */
  readonly clauseStart?: readonly string[];
  /** Joins two things of one kind: "or", "nor", "and". */
  readonly joins?: readonly string[];
  /** What an "and" joins when it opens a new statement rather than going on with a list: "we", "a", "lots". */
  readonly openers?: readonly string[];
  /** Words without content, which are nothing that a negation could deny: "us", "at all", "anymore". */
  readonly fillers?: readonly string[];
  /** Noun negations that can answer for what stands before them: "load: none"; "zero" and "without" cannot. */
  readonly answersNo?: readonly string[];
  /** After a cue of handing over: it is done by oneself after all ("is on us"). */
  readonly ownHands?: readonly string[];
  /** Introduces a circumstance, which a negated noun before it does not cover: "for", "in". */
  readonly circumstance?: readonly string[];
  /** Makes a wish weaker, wherever it stands in the clause: "maybe", "nice to have". */
  readonly hedge?: readonly string[];
  /** Puts off what stands in the clause: "later", "phase two", "can wait". */
  readonly postpone?: readonly string[];
  /** Says that something counts: "matters", "the point is". */
  readonly priority?: readonly string[];
  /** Somebody else who may do a part: "vendor", "another team", "agency". */
  readonly others?: readonly string[];
  /** Between a thing and somebody else who does it: "is", "from", "by". */
  readonly linking?: readonly string[];
  /** Hands over what stands before it, whoever takes it: "is outsourced", "is handled by". */
  readonly handedOver?: readonly string[];
  /** Hands over what follows: "we outsource", "we buy". */
  readonly handsOver?: readonly string[];
  /** A thing bought ready instead of made: "saas", "off the shelf". */
  readonly bought?: readonly string[];
  /** Speaks for somebody else's opinion: "says", "according to", "insists". */
  readonly quoting?: readonly string[];
  /** Another system or another time than the one asked about: "the old system", "our other product". */
  readonly elsewhere?: readonly string[];
  /** Takes back what follows: "scrap", "forget about". */
  readonly drop?: readonly string[];
  /** Takes back what stands before: "is off the table". */
  readonly dropped?: readonly string[];
  /** Begins another subject: "new project", "different question". */
  readonly restart?: readonly string[];
};
