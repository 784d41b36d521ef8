/** Rows about the lines of LED boards. */

/** What a person found on one address of a line; its id is that of its ledger line. */
export interface BoardCheckRow {
	hall: number;
	id: number;
	bus: string;
	board: string;
	address: number;
	/** what its answers sounded like; null when it was not asked */
	sign: 'clean' | 'double' | 'unreadable' | 'silent' | 'mute' | 'down' | null;
	verdict: 'alone' | 'double' | 'suspect' | 'elsewhere' | 'absent' | 'line';
	/** who looked */
	staff: string;
	at: number;
}
