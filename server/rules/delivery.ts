/** A result on its way home: what may follow what. */
import type { DeliveryState } from '#db/schema.ts';

export type DeliveryStep = 'sent' | 'delivered' | 'returned' | 'cancel';

const FROM: Record<DeliveryStep, readonly DeliveryState[]> = {
	sent: ['asked'],
	delivered: ['sent'],
	returned: ['sent'],
	cancel: ['asked']
};

/** What can be said of a delivery in this state. */
export function deliverySteps(state: DeliveryState): DeliveryStep[] {
	return (Object.keys(FROM) as DeliveryStep[]).filter((step) => FROM[step].includes(state));
}

/** Whether a matter may have another delivery after this one. */
export function mayAskAgain(state: DeliveryState | undefined): boolean {
	return state === undefined || state === 'returned' || state === 'cancelled';
}
