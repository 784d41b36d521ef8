/** How long the kiosk waits for a visitor, and a visitor for it. Pure. */
import type { TicketView } from '#server/views.ts';
import type { Screen } from './screens.ts';

/** After the screen has changed, touches are let pass for so long: the second half of a double touch. */
export const SETTLE_MS = 400;
/** So long a number stays, whatever is touched: an impatient hand still taps where the big button was. */
export const SHOWN_MS = 2000;
/** A printed slip is in the hand: how long the number stays before the screen offers itself to the next visitor. */
export const PRINTED_MS = 15_000;
/** The elder mode waits so many times longer before it asks. */
export const UNHURRIED = 2;

/** How long a screen lets touches pass after it has come, ms. */
export function rest(screen: Screen): number {
	return screen === 'ticket' ? SHOWN_MS : SETTLE_MS;
}

/** How long it waits without a touch before it asks whether somebody is still there, ms. */
export function patience(
	visit: { screen: Screen; ticket: Pick<TicketView, 'slip'> | null; ease: { elder: boolean; spoken: boolean } },
	idleSeconds: number
): number {
	const { elder, spoken } = visit.ease;
	const times = elder || spoken ? UNHURRIED : 1;
	if (visit.screen === 'ticket' && visit.ticket?.slip === 'printed') return PRINTED_MS * times;
	return idleSeconds * 1000 * times;
}
