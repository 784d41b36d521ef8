import type { Shown } from './scan.ts';
import { isElder, wrongWith, type Wrong } from './identity/resident.ts';

/** The longest thing that is typed here: a resident number. */
const LONGEST = 18;
/** An appointment's code; what is longer is somebody's own number, and is covered. */
const CODE_LENGTH = 8;
const MOBILE_LENGTH = 11;
const NOTICE_LENGTH = 12;
const PHONE = /^(1[3-9]\d{9}|0\d{9,11})$/;

/** What a visitor types on the keypad. It is given away once, and then it is gone. */
export class Typed {
	#text = $state('');

	get length(): number {
		return this.#text.length;
	}

	/** In fours; open while it may be a code, covered but for its end once it is longer, or always when `secret`. */
	shown(secret: boolean): string {
		const covered = secret || this.length > CODE_LENGTH;
		const text = covered ? '*'.repeat(Math.max(0, this.length - 1)) + this.#text.slice(-1) : this.#text;
		return text.replace(/(.{4})(?=.)/g, '$1 ');
	}

	get isCode(): boolean {
		return this.length === CODE_LENGTH;
	}

	/** As long as the code of a notice: nobody's own number has twelve digits. */
	get isNotice(): boolean {
		return /^\d+$/.test(this.#text) && this.length === NOTICE_LENGTH;
	}

	/** Long enough for a resident number, or with `mobile` for a telephone's; whether it is one the server says. */
	isPerson(mobile: boolean): boolean {
		return this.length === LONGEST || (mobile && this.length === MOBILE_LENGTH);
	}

	/** What can be seen to be wrong with a resident number; `today` is the hall's day. */
	wrong(today: string): Wrong | null {
		return wrongWith(this.#text, today);
	}

	/** Whether it is the number of an elder. */
	isElder(today: string): boolean {
		return isElder(this.#text, today);
	}

	/** A mobile number of the mainland, or a landline with its area code. */
	get isPhone(): boolean {
		return PHONE.test(this.#text);
	}

	/** A digit, or the X at the end of some resident numbers. */
	press(key: string): void {
		if (/^[0-9X]$/.test(key) && this.length < LONGEST) this.#text += key;
	}

	erase(): void {
		this.#text = this.#text.slice(0, -1);
	}

	clear(): void {
		this.#text = '';
	}

	/** Gives it away; nothing of it stays here. */
	give(): string {
		const text = this.#text;
		this.clear();
		return text;
	}

	/** Gives it away as what one comes with: a code, or the number that was booked with. */
	giveComing(): Shown | { person: string } {
		const { isCode, isNotice } = this;
		const text = this.give();
		if (isNotice) return { notice: text };
		return isCode ? { code: text } : { person: text };
	}
}
