import type { DeskTicket } from '#server/views.ts';
import type { Press } from '../keyboard.ts';
import type { DeskWork } from './desk.svelte.ts';
import { ComplaintSheet } from './complaint/complaint.svelte.ts';
import { AnswerSheet } from './answer/answer.svelte.ts';
import { IncidentSheet } from './incident/incident.svelte.ts';
import { LoansSheet } from './loans/loans.svelte.ts';
import { ServicesSheet } from './services/services.svelte.ts';
import { PrioritySheet } from './priority/priority.svelte.ts';

/** The actions that open a sheet: it stands in place of the number and of the buttons until it is closed. */
export const PANEL_ACTIONS = ['answer', 'priority', 'incident', 'complaint', 'loans', 'services'] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];

/** A sheet while it is open: what it does, without a page. Its component draws it (Panel.svelte). */
export interface DeskPanel {
	readonly action: PanelAction;
	/** One key, which goes to the sheet first. True when it was the sheet's; Escape closes a sheet that leaves it alone. */
	press(press: Press): boolean;
	/** A visitor's number was scanned. False where this sheet has no place for it, or none any more. */
	scanned?(ticket: DeskTicket): boolean;
}

const PANELS: Partial<Record<PanelAction, (desk: DeskWork) => DeskPanel>> = {
	complaint: (desk) => new ComplaintSheet(desk),
	answer: (desk) => new AnswerSheet(desk),
	priority: (desk) => new PrioritySheet(desk),
	incident: (desk) => new IncidentSheet(desk),
	loans: (desk) => new LoansSheet(desk),
	services: (desk) => new ServicesSheet(desk)
};

/** The sheet that an action opens; null for an action without one. */
export function panelFor(action: PanelAction, desk: DeskWork): DeskPanel | null {
	return PANELS[action]?.(desk) ?? null;
}

export function isPanelAction(action: string): action is PanelAction {
	return PANEL_ACTIONS.some((one) => one === action);
}

/** The sheets that this desk has. */
export function hasPanel(action: PanelAction): boolean {
	return PANELS[action] !== undefined;
}
