/** A screen as the server process it is on last wrote of it. */
export interface ScreenSeenRow {
	hall: number;
	device: string;
	/** that process, by a random name */
	server: string;
	/** null: of the whole hall */
	zone: string | null;
	connected: 0 | 1;
	sound: 'on' | 'refused' | 'failed' | 'unknown';
	/** JSON: metres from which it can be read, and should be; null where its size is not known */
	sight: string | null;
	/** JSON: names of pictures and videos that it could not show */
	broken: string;
	/** while it is connected, when that process last looked */
	seen_at: number;
}
