import type { Press } from '../keyboard.ts';
import { Accept } from './accept/accept.svelte.ts';
import type { Console } from './console.svelte.ts';
import { NoticeSheet } from './notice/notice.svelte.ts';
import { Opinion } from './opinion/opinion.svelte.ts';
import { Phrases } from './phrases/phrases.svelte.ts';
import { KeptSheet } from './receive/kept.svelte.ts';
import { RefuseSheet } from './refuse/refuse.svelte.ts';
import { Say } from './say/say.svelte.ts';

/** The actions that open a sheet: it fills the middle column, in place of the buttons, until it is closed. */
export type PanelAction = 'say' | 'accept' | 'notice' | 'refuse' | 'receive' | 'phrases' | 'opinion';

/** A sheet while it is open: what it does, without a page. Its component draws it (Panel.svelte). */
export interface Panel {
	readonly action: PanelAction;
	/** One key, which goes to the sheet first. True when it was the sheet's; Escape closes a sheet that leaves it alone. */
	press(press: Press): boolean;
}

/** Null where an action has a sheet only sometimes: papers are received with one key, and looked through with nobody there. */
const PANELS: Record<PanelAction, (desk: Console) => Panel | null> = {
	say: (desk) => new Say(desk),
	accept: (desk) => new Accept(desk),
	notice: noticeFor,
	refuse: (desk) => desk.view.current && new RefuseSheet(desk, desk.view.current.id),
	receive: (desk) => (desk.view.current ? null : new KeptSheet(desk)),
	phrases: (desk) => new Phrases(desk),
	opinion: (desk) => new Opinion(desk)
};

function noticeFor(desk: Console): Panel | null {
	const { current, telling } = desk.view;
	if (!current || !telling.current) return null;
	const { id: ticket, number } = current;
	return new NoticeSheet(desk, { ticket, number, papers: telling.current, kept: false });
}

/** The sheet that an action opens; null for an action without one. */
export function panelFor(action: string, desk: Console): Panel | null {
	return isPanel(action) ? PANELS[action](desk) : null;
}

function isPanel(action: string): action is PanelAction {
	return Object.hasOwn(PANELS, action);
}
