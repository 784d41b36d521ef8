import type { PhoneCallView } from '#server/views.ts';

/** What is filled in before it is sent. */
export type SheetVerb =
	| 'begin'
	| 'check'
	| 'record'
	| 'transfer'
	| 'call-back'
	| 'case'
	| 'answer'
	| 'nuisance'
	| 'not-ready';

/** The call that a sheet is about; none for one that begins it. */
export interface SheetOf {
	verb: SheetVerb;
	call: number | null;
	intent: string;
	/** further calls of the same number that could be named */
	earlier: PhoneCallView['earlier'];
	/** the number that the call came from can be used */
	hasNumber: boolean;
}

/** One sheet while it is filled in. It stands still, whatever is heard meanwhile. */
export class Sheet {
	readonly of: SheetOf;
	about = $state('');
	text = $state('');
	name = $state('');
	phone = $state('');
	to = $state('');
	kind = $state('');
	way: 'phone' | 'email' = $state('phone');
	line = $state('');
	rang = $state(0);
	ownNumber = $state(false);
	consent = $state(false);
	override = $state(false);
	agrees = $state(true);
	checked: string[] = $state([]);
	calls: number[] = $state([]);
	/** the staff number to which a transfer has failed */
	failed: string | null = $state(null);

	constructor(of: SheetOf) {
		this.of = of;
		this.ownNumber = of.hasNumber;
		this.calls = of.earlier.map(({ id }) => id);
	}

	/** Where it is sent, below /api/v1. */
	get path(): string {
		const { verb, call } = this.of;
		if (verb === 'begin') return '/telephone/calls';
		if (verb === 'not-ready') return '/telephone/seat';
		return `/telephone/calls/${String(call)}/${verb}`;
	}

	get body(): object {
		const { intent } = this.of;
		const { about, text, name, phone, ownNumber, consent } = this;
		const from = { about, text, name, phone, ownNumber: ownNumber && phone === '', consent };
		switch (this.of.verb) {
			case 'begin':
				return { line: this.line || null, caller: phone || null, rangSeconds: this.rang, intent };
			case 'check':
				return { checked: this.checked, agrees: this.agrees };
			case 'record':
				return { code: this.to };
			case 'transfer':
				return { to: this.to, consent };
			case 'call-back':
				return { ...from, failed: this.failed };
			case 'case':
				return { ...from, kind: this.kind, intent };
			case 'answer':
				return { way: this.way, to: this.to, text, consent, override: this.override, intent };
			case 'nuisance':
				return { text, calls: this.calls };
			case 'not-ready':
				return { state: 'not-ready', reason: this.kind };
		}
	}

	turn(check: string): void {
		this.checked = this.checked.includes(check)
			? this.checked.filter((one) => one !== check)
			: [...this.checked, check];
	}

	turnCall(id: number): void {
		this.calls = this.calls.includes(id) ? this.calls.filter((one) => one !== id) : [...this.calls, id];
	}
}
