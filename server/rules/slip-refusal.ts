/** What a refused wish about the design of slips says. */
export type SlipRefusal =
	/** the hall file is another one by now */
	| 'slips-changed'
	/** the layout lacks what must be there, or says what its blocks do not take */
	| 'slips-faulty'
	/** the file cannot be changed by a program; a person has to */
	| 'slips-by-hand'
	| 'sign-unreadable'
	| 'sign-too-large'
	| 'printer-unknown';
