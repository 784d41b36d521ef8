import type { Grade, Indicator, RatingReason } from '#server/views.ts';

/** Best first, as everywhere in the city; the order never changes. */
export const GRADES: readonly Grade[] = [5, 4, 3, 2, 1];
export const INDICATORS: readonly Indicator[] = ['efficiency', 'competence', 'attitude'];
export const REASONS: readonly RatingReason[] = [
	'waited-long',
	'slow',
	'told-piecemeal',
	'sent-around',
	'unclear',
	'unfriendly',
	'unskilled',
	'not-as-published',
	'more-papers',
	'promise-broken',
	'favours',
	'other'
];

/** The highest grade that is a bad one. */
const BAD: Grade = 2;

/** What goes to the server. */
export interface SheetBody {
	grade: Grade;
	indicators: Partial<Record<Indicator, Grade>>;
	reasons: RatingReason[];
	remark: string | null;
	phone: string | null;
}

/** One rating while it is filled in: on a phone, on the tablet, from paper. Nothing is chosen beforehand. */
export class Sheet {
	grade: Grade | null = $state(null);
	indicators: Partial<Record<Indicator, Grade>> = $state({});
	reasons: RatingReason[] = $state([]);
	remark = $state('');
	phone = $state('');

	get bad(): boolean {
		return this.grade !== null && this.grade <= BAD;
	}

	/** Whether the telephone is none, or could be one. */
	get phoneFits(): boolean {
		return this.phone.trim() === '' || /^\+?\d{7,15}$/.test(this.phone.replaceAll(/[\s()-]/g, ''));
	}

	choose(grade: Grade): void {
		this.grade = grade;
	}

	/** Chosen again, it is taken back. */
	rate(indicator: Indicator, grade: Grade): void {
		const { [indicator]: before, ...others } = this.indicators;
		this.indicators = before === grade ? others : { ...others, [indicator]: grade };
	}

	turn(reason: RatingReason): void {
		const on = this.reasons.includes(reason);
		this.reasons = on ? this.reasons.filter((one) => one !== reason) : [...this.reasons, reason];
	}

	/** What was filled in; reasons and a telephone only with a bad grade. Undefined before a grade is chosen. */
	body(): SheetBody | undefined {
		const { grade, remark, phone } = this;
		if (grade === null) return undefined;
		return {
			grade,
			indicators: { ...this.indicators },
			reasons: this.bad ? [...this.reasons] : [],
			remark: remark.trim() === '' ? null : remark.trim(),
			phone: this.bad && phone.trim() !== '' ? phone.trim() : null
		};
	}
}
