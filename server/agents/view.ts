import type { Text } from '#server/views.ts';

/** An agent as the device page tells it. Types only. */
export interface AgentView {
	code: string;
	name: Text;
	/** `never`: it has not been linked since this server began, or its key was revoked since */
	state: 'here' | 'gone' | 'never';
	since: number;
	/** its disk takes nothing: what it does now is not remembered should it end */
	trouble: 'disk' | null;
}
