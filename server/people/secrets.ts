import { createHash, randomBytes } from 'node:crypto';

/** A secret nobody can guess: 192 bits, fit for an address or a header. */
export function newSecret(): string {
	return randomBytes(24).toString('base64url');
}

/** What is stored of a secret. It is random itself, so a plain SHA-256 is enough. */
export function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}
