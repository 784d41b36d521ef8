/** The mouth of a kiosk printer, where a cut ticket waits for a hand. */
export class Mouth {
	/** a ticket lies there */
	lies = false;
	/** how many were drawn back and dropped so far */
	retract = 0;
	eject = 0;

	/** Obeys a command; `held`: nobody takes what is presented. */
	obey(kind: 'present' | 'retract' | 'eject', held: boolean): void {
		if (kind === 'present') this.lies = held;
		else {
			if (this.lies) this[kind] += 1;
			this.lies = false;
		}
	}
}
