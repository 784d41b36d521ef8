/** How a visitor wants the kiosk: text size, contrast, reach, speech, the elder mode. It ends with the visit. */

/** Steps of the text: as it is, a quarter, a half, and four fifths larger. */
export const SIZES = [1, 1.25, 1.5, 1.8] as const;
export type Size = 0 | 1 | 2 | 3;
/** Loudness of the spoken mode, in steps of 5 dB below the loudest that the kiosk was set up for. */
export const VOLUMES = [-20, -15, -10, -5, 0] as const;
export const VOLUME_AT_FIRST = 2;

/** What is kept while the visitor goes from page to page of one kiosk. */
interface Wishes {
	size: Size;
	contrast: 'normal' | 'high';
	elder: boolean;
	low: boolean;
	spoken: boolean;
	/** index into VOLUMES */
	volume: number;
	/** a key has turned the speech off: the next key of the keypad does not begin it again */
	silent: boolean;
	/** the speech has told how it is used */
	greeted: boolean;
}

const AT_FIRST: Wishes = {
	size: 0,
	contrast: 'normal',
	elder: false,
	low: false,
	spoken: false,
	volume: VOLUME_AT_FIRST,
	silent: false,
	greeted: false
};
/** The text is one step larger at least. */
const ELDER = { elder: true, size: 1 } as const;
const NAME = 'guidedesk:ease';

/**
 * One visitor's wishes, for every page of one kiosk: kept for the session of its tab, gone when the visitor is.
 *
 *     const ease = new Ease();
 *     onMount(() => ease.restore());
 *     visit.home(); ease.reset();
 */
export class Ease {
	/** the page on which all of it is chosen stands open: somebody is there */
	choosing = $state(false);
	#wishes: Wishes = $state.raw(AT_FIRST);
	/** whether the elder mode was touched, on or off, before the script had come */
	#begun: boolean | null = null;

	/** step of the text size; the elder mode begins one step larger */
	get size(): Size {
		return this.#wishes.size;
	}

	get contrast(): 'normal' | 'high' {
		return this.#wishes.contrast;
	}

	/** one task a page, large, with a voice that guides and no haste */
	get elder(): boolean {
		return this.#wishes.elder;
	}

	/** all that is touched stands in the lower part of the screen */
	get low(): boolean {
		return this.#wishes.low;
	}

	/** everything shown is said */
	get spoken(): boolean {
		return this.#wishes.spoken;
	}

	/** off; `guide`: what a page is for is said when it opens; `all`: everything shown, and each thing that has the focus */
	get speech(): 'off' | 'guide' | 'all' {
		if (this.spoken) return 'all';
		return this.elder ? 'guide' : 'off';
	}

	get greeted(): boolean {
		return this.#wishes.greeted;
	}

	/** index into VOLUMES */
	get volume(): number {
		return this.#wishes.volume;
	}

	/** Whether a page with several tasks is parted into several pages. */
	get parted(): boolean {
		return this.elder || this.size >= 2;
	}

	/** Whether a page has room for what is only good to know. */
	get spare(): boolean {
		return !this.elder && !this.low && this.size < 2;
	}

	/** Whether it is as the next visitor finds it. */
	get untouched(): boolean {
		return !this.choosing && this.usual;
	}

	/** Whether nothing is wished otherwise than at first. */
	get usual(): boolean {
		return Object.entries(AT_FIRST).every(([name, value]) => this.#wishes[name as keyof Wishes] === value);
	}

	/** Takes up what was chosen on the page before, and on this one before its script had come; call it once in the browser. */
	restore(): void {
		try {
			const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? 'null');
			// A page of another build may know more wishes, or fewer.
			const all: unknown = { ...AT_FIRST, ...Object(kept) };
			this.#wishes = isWishes(all) ? all : AT_FIRST;
		} catch {
			this.#wishes = AT_FIRST;
		}
		if (this.#begun !== null && this.#begun !== this.elder) this.turnElder();
	}

	/** Wishes otherwise; what is not named stays. */
	set(wish: Partial<Wishes>): void {
		this.#wishes = { ...this.#wishes, ...wish };
		this.#keep();
	}

	/** Into the elder mode or out of it: the text grows with it. */
	turnElder(): void {
		this.set(this.elder ? { elder: false, size: 0 } : { ...ELDER, size: Math.max(ELDER.size, this.size) as Size });
	}

	/** The page was drawn in the elder mode or out of it, by an early touch, before anything that was kept is known. */
	begin(elder: boolean): void {
		this.#begun = elder;
		if (elder) this.#wishes = { ...AT_FIRST, ...ELDER };
	}

	/** One step larger or smaller, as far as it goes. */
	resize(by: 1 | -1): void {
		this.set({ size: Math.min(3, Math.max(this.elder ? 1 : 0, this.size + by)) as Size });
	}

	/** One step louder or softer, as far as it goes. */
	turnVolume(by: 1 | -1): void {
		this.set({ volume: Math.min(VOLUMES.length - 1, Math.max(0, this.volume + by)) });
	}

	/** As the next visitor finds it. */
	reset(): void {
		this.choosing = false;
		this.plain();
	}

	/** Nothing otherwise than at first. */
	plain(): void {
		this.#wishes = AT_FIRST;
		try {
			sessionStorage.removeItem(NAME);
		} catch {
			return;
		}
	}

	#keep(): void {
		try {
			sessionStorage.setItem(NAME, JSON.stringify(this.#wishes));
		} catch {
			return;
		}
	}
}

function isWishes(value: unknown): value is Wishes {
	if (typeof value !== 'object' || value === null) return false;
	const alike = Object.entries(AT_FIRST).every(([name, first]) => typeof Reflect.get(value, name) === typeof first);
	const { size, volume, contrast } = value as Wishes;
	return alike && size in SIZES && volume in VOLUMES && ['normal', 'high'].includes(contrast);
}
