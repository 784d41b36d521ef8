import type { Role } from '#db/schema.ts';

/** Who asks: a member of staff with a session, a holder of an API key, a device of the hall, or the system itself. */
export interface Who {
	role: Role | 'visitor' | 'system';
	/** as it stands in the ledger: staff:1024, key:k3f9, device:kiosk-east-1, visitor, system */
	name: string;
	/** the kiosk or screen that it is, where its key names one */
	device?: string;
	/** staff number, for staff */
	staff?: string;
	/** the window the session is signed in to */
	window?: string;
}
