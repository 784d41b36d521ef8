import type { Press } from '../keyboard.ts';
import type { Console } from './console.svelte.ts';
import { Say } from './say/say.svelte.ts';

/** The actions that open a sheet: it fills the middle column, in place of the buttons, until it is closed. */
export type PanelAction = 'say';

/** A sheet while it is open: what it does, without a page. Its component draws it (Panel.svelte). */
export interface Panel {
	readonly action: PanelAction;
	/** One key, which goes to the sheet first. True when it was the sheet's; Escape closes a sheet that leaves it alone. */
	press(press: Press): boolean;
}

const PANELS: Record<PanelAction, (desk: Console) => Panel> = {
	say: (desk) => new Say(desk)
};

/** The sheet that an action opens; null for an action without one. */
export function panelFor(action: string, desk: Console): Panel | null {
	return isPanel(action) ? PANELS[action](desk) : null;
}

function isPanel(action: string): action is PanelAction {
	return Object.hasOwn(PANELS, action);
}
