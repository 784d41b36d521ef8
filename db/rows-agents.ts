/** Rows of agents: machines that drive devices in place of the server. */

/** A code by which a machine becomes an agent, once. */
export interface AgentCodeRow {
	hall: number;
	/** SHA-256 of the code, hex */
	hash: string;
	/** as the hall file names it */
	agent: string;
	created_at: number;
	/** of no use afterwards */
	expires_at: number;
	used_at: number | null;
}

/** The key of an agent; one of an agent is not revoked. */
export interface AgentKeyRow {
	hall: number;
	id: string;
	agent: string;
	/** SHA-256 of the key, hex */
	hash: string;
	created_at: number;
	revoked_at: number | null;
	/** when its line was last there */
	seen_at: number | null;
	/** which journal of the agent `heard` counts in */
	epoch: string | null;
	/** number of the newest event of it that was dealt with */
	heard: number;
}
