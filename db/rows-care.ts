/** What goes with a number beyond its place: what was shown, who comes along, who brings the visitor to the window. */
export interface CareRow {
	hall: number;
	ticket: number;
	/** code of the kind of proof that was seen; the proof's own number is never kept */
	proof: string | null;
	companions: number;
	/** staff number of who accompanies the visitor 陪同 */
	escort: string | null;
	escort_at: number | null;
	/** when the visitor had been brought to the window */
	reached_at: number | null;
}
