/** The keys by which days are signed. The private one lies outside the database: who can write there cannot sign. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signs with this server's own key. */
export interface Seal {
	/** SHA-256 of the public key's DER form, hex */
	readonly fingerprint: string;
	/** Ed25519, hex */
	sign(text: string): string;
}

const KEY_FILE = 'ledger-ed25519.pem';
const PUBLIC_FILE = 'public-key.pem';

/** Where what outsiders check is written. */
export function ledgerFolder(dataDir: string): string {
	return join(dataDir, 'ledger');
}

/** This server's key, made at the first need; its public half is laid beside the exported heads. */
export function openSeal(dataDir: string): Seal {
	const key = createPrivateKey(privateKey(join(dataDir, 'keys')));
	const fingerprint = tellPublicKey(dataDir, createPublicKey(key));
	return { fingerprint, sign: (text) => sign(null, Buffer.from(text), key).toString('hex') };
}

/** Two processes may come at once; whichever is first has made the key of both. */
function privateKey(folder: string): string {
	const path = join(folder, KEY_FILE);
	if (existsSync(path)) return readFileSync(path, 'utf8');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const made = join(folder, `${KEY_FILE}.${String(process.pid)}`);
	const { privateKey: key } = generateKeyPairSync('ed25519');
	writeFileSync(made, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
	try {
		linkSync(made, path);
	} catch (error) {
		if (!existsSync(path)) throw error;
	} finally {
		rmSync(made);
	}
	return readFileSync(path, 'utf8');
}

function fingerprintOf(key: KeyObject): string {
	return createHash('sha256')
		.update(key.export({ type: 'spki', format: 'der' }))
		.digest('hex');
}

/** A former key is kept beside the new one, so that what it has signed can still be checked. */
function tellPublicKey(dataDir: string, key: KeyObject): string {
	const fingerprint = fingerprintOf(key);
	const path = join(ledgerFolder(dataDir), PUBLIC_FILE);
	const former = existsSync(path) ? fingerprintOf(createPublicKey(readFileSync(path))) : undefined;
	if (former === fingerprint) return fingerprint;
	mkdirSync(ledgerFolder(dataDir), { recursive: true });
	if (former !== undefined) renameSync(path, join(ledgerFolder(dataDir), `public-key-${former.slice(0, 16)}.pem`));
	writeFileSync(path, key.export({ type: 'spki', format: 'pem' }));
	return fingerprint;
}

/** The public keys that are believed here, by fingerprint: every `*.pem` beside the exported heads. */
export function trustedKeys(dataDir: string): Map<string, KeyObject> {
	const folder = ledgerFolder(dataDir);
	const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pem')) : [];
	const keys = files.map((name) => createPublicKey(readFileSync(join(folder, name))));
	return new Map(keys.map((key) => [fingerprintOf(key), key]));
}
