/** Why a kiosk cannot give numbers as usual, from what it can know. Pure. */

/** `network`: nothing is heard of the server; `starting`: something answers for it, or it does again. */
export type Cause = 'network' | 'starting' | 'server' | 'database';

/** What `/ready` answered last: its HTTP status, 0 for no answer; `ours` when the server itself says how it is. */
export interface Ready {
	status: number;
	ours: boolean;
}

export interface Known {
	/** the live line has been down for some seconds */
	broken: boolean;
	/** the live line is up at this moment */
	connected: boolean;
	/** whether the machine has a network at all, as its system says */
	online: boolean;
	/** null while it has not been asked */
	ready: Ready | null;
}

/** What a gateway answers for a server that is not there. */
const GATEWAY: readonly number[] = [502, 503, 504];

/** Null while all is well. A lost answer alone is no trouble: the line may still be up. */
export function causeOf({ broken, connected, online, ready }: Known): Cause | null {
	const said = ready && saidBy(ready);
	if (said) return said;
	const unheard = ready?.status === 0;
	if (broken) return online && ready !== null && !unheard ? 'starting' : 'network';
	return unheard && !connected ? 'network' : null;
}

/** What an answer says by itself; null for one that says nothing, and for none. */
function saidBy({ status, ours }: Ready): Cause | null {
	if (ours && status === 503) return 'database';
	if (GATEWAY.includes(status)) return 'starting';
	return status >= 500 ? 'server' : null;
}
