/** A time of the day as one greets by it. */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening';

/** By which way one speaks: face to face, by telephone, or in large writing on the text screen. */
export type Medium = 'window' | 'telephone' | 'text';

/** What decides which of the phrases of a situation fits. */
export interface Circumstances {
	part: DayPart;
	/** a festival that one wishes well for is on these days */
	festive: boolean;
	visit: 'first' | 'return';
	priority: boolean;
	elder: boolean;
	/** it is about a complaint */
	complaint: boolean;
	medium: Medium;
	/** the visitor has waited for longer than was said, or for half a minute of looking up */
	waited: boolean;
}

/**
 * One way of saying it. `{hall}`, `{window}`, `{staff}`, `{number}`, `{next}`, `{festival}` and `{days}` stand for facts of the
 * moment; `when` says which circumstances it is for, all of them.
 */
export interface Phrase {
	zh: string;
	en: string;
	when?: Partial<Circumstances>;
}

/** What is needed to speak in one situation. */
export interface SituationFacts {
	name: { zh: string; en: string };
	/** the Chinese name as it is typed: its syllables in Latin letters, a space between */
	pinyin: string;
	/** clauses of the norms */
	clause: string;
	phrases: readonly Phrase[];
}
