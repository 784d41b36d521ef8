import type { ScreenSetup } from '#server/views.ts';
import { keep, kept } from '../keep.ts';
import { inchesNeeded, inchesOf, mmPerPx, readableMetres, type GlassSize, type Room, type Sight } from './physics.ts';

/** What was entered at this screen. */
export interface Own {
	inches: number | null;
	metres: number | null;
	theme: ScreenSetup['theme'] | null;
}

/** How far what stands here can be read, and what would be needed. */
export interface Verdict {
	fits: boolean;
	/** metres, rounded down to a tenth: nobody is promised more than there is */
	readable: number;
	farthest: number;
	/** the diagonal that such a screen would have to have */
	inches: number;
}

const KEPT = 'guidedesk:glass';
/** As in the hall file. */
export const MOST = { inches: 500, metres: 100 };
const NOTHING: Own = { inches: null, metres: null, theme: null };

/** A length that somebody has typed; null for none that a screen can have. */
function length(value: unknown, most: number): number | null {
	return typeof value === 'number' && value > 0 && value <= most ? value : null;
}

/** What was kept, whatever became of it meanwhile. */
export function readOwn(text: string | null): Own {
	try {
		const { inches, metres, theme } = Object(JSON.parse(text ?? '{}')) as Partial<Record<keyof Own, unknown>>;
		const known = (['dark', 'light', 'day'] as const).find((one) => one === theme) ?? null;
		return { inches: length(inches, MOST.inches), metres: length(metres, MOST.metres), theme: known };
	} catch {
		return NOTHING;
	}
}

/**
 * The glass of one screen: how large it is and how far its farthest seat, from the hall file, else as entered at the screen
 * itself. Kept in this browser, for a screen that no file names.
 */
export class Glass {
	own: Own = $state.raw(NOTHING);
	/** the whole screen in CSS pixels; null before the page runs */
	pixels: Room | null = $state.raw(null);
	/** the type sizes that the page has found room for, px: of numbers and of the list */
	drawn: { em: number; listEm: number } | null = $state.raw(null);
	#setup: () => ScreenSetup;

	constructor(setup: () => ScreenSetup) {
		this.#setup = setup;
	}

	/** Reads what was kept, and the screen. What the hall file says meanwhile is forgotten here: it may hang elsewhere by now. */
	start(): void {
		const own = readOwn(kept(KEPT));
		const { size, farthestMetres } = this.#setup();
		this.own = { ...own, ...(size && { inches: null }), ...(farthestMetres !== null && { metres: null }) };
		if (this.own.inches !== own.inches || this.own.metres !== own.metres) this.save(this.own);
		this.look();
	}

	/** The screen may have been turned, or another one. */
	look(): void {
		this.pixels = { width: screen.width, height: screen.height };
	}

	/** Takes and keeps what was entered; a length that no screen has is none. */
	save({ inches, metres, theme }: Own): void {
		this.own = { inches: length(inches, MOST.inches), metres: length(metres, MOST.metres), theme };
		keep(KEPT, JSON.stringify(this.own));
	}

	get size(): GlassSize | null {
		return this.#setup().size ?? (this.own.inches === null ? null : { inches: this.own.inches });
	}

	get metres(): number | null {
		return this.#setup().farthestMetres ?? this.own.metres;
	}

	/** The choice of this screen goes before the hall file's: it hangs in this light. */
	get theme(): ScreenSetup['theme'] {
		return this.own.theme ?? this.#setup().theme;
	}

	/** Null until both size and distance are known. */
	get sight(): Sight | null {
		const { size, pixels, metres } = this;
		return size && pixels && metres !== null ? { mmPerPx: mmPerPx(size, pixels), metres } : null;
	}

	get verdict(): Verdict | null {
		const { sight, size, drawn } = this;
		if (!sight || !size || !drawn) return null;
		const readable = Math.min(readableMetres(drawn.em, sight.mmPerPx), readableMetres(drawn.listEm * 2, sight.mmPerPx));
		return {
			fits: readable >= sight.metres,
			readable: Math.floor(readable * 10) / 10,
			farthest: sight.metres,
			inches: inchesNeeded(inchesOf(size), readable, sight.metres)
		};
	}
}
