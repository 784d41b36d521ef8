#!/usr/bin/env node
// 核对排队证明 · Checks the proof of a queue number: plain Node (20 or later), no packages, no network. See docs/ledger.md.
//   node verify-proof.mjs proof.json [--head 1234:9f3a1c2b77d04e5f] [--day 2026-11-23.json --key public-key.pem]
// --head 大屏幕或手机上抄下的链头 · the head as noted from a hall screen or a phone: line number, first 16 digits
// --day, --key 签过名的日终链头和大厅的公钥 · a signed head of a day, and the hall's public key
// 退出码 · exit code: 0 相符 fits, 1 不符 does not fit, 2 用法不对 wrong usage
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
class Wrong extends Error {}
const need = (fits, what) => {
	if (!fits) throw new Wrong(what);
};

/** JSON as RFC 8785 writes it. */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const names = Object.keys(value).sort();
	return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** The earlier line that a line is bound to: take the greatest 2^k − 1 that fits, until nothing is left. */
function jumpOf(seq) {
	let part = 1;
	for (let rest = seq; rest > 0; rest -= part) {
		part = 1;
		while (part * 2 + 1 <= rest) part = part * 2 + 1;
	}
	return seq - part;
}

const leafOf = (hall, { seq, at, day, act, number, window, queue }, rest) =>
	sha256(canonical({ hall, seq, at, day, act, number, window, queue, rest }));
const restOf = ({ actor, body, prior, salt, ticket }) => sha256(canonical({ actor, body, prior, salt, ticket }));

/** The hash of every line that the path passes, worked out from the entries up to the head. */
function hashesOf({ hall, head, own, calls, path }) {
	const leaves = new Map(calls.map((one) => [one.seq, leafOf(hall, one, one.rest)]));
	for (const one of own) leaves.set(one.seq, leafOf(hall, one, restOf(one)));
	const known = new Map([[0, '0'.repeat(64)]]);
	const bound = new Set([0, head.seq]);
	const twice = leaves.size < calls.length + own.length;
	need(!twice && path.every(({ seq }, i) => seq > (path[i - 1]?.seq ?? 0)), '次序不对 · the order is wrong');
	for (const { seq, leaf, prev, jump } of path) {
		const earlier = jumpOf(seq);
		const first = known.get(seq - 1) ?? prev;
		const parts = [first, earlier === seq - 1 ? first : (known.get(earlier) ?? jump), leaves.get(seq) ?? leaf];
		need(
			parts.every((part) => /^[0-9a-f]{64}$/.test(part)),
			`第 ${seq} 行缺校验码 · line ${seq} lacks a hash`
		);
		known.set(seq, sha256(parts.join('')));
		bound.add(seq - 1).add(earlier);
	}
	for (const seq of known.keys())
		need(bound.has(seq), `第 ${seq} 行没有接到链头 · line ${seq} is not bound to the head`);
	for (const seq of leaves.keys()) need(known.has(seq), `第 ${seq} 行没有证明 · line ${seq} is not proven`);
	need(known.get(head.seq) === head.hash, '内容与链头对不上 · the lines do not give the head: something was changed');
	return known;
}

/** The ticket's own lines: from the one that issued it on, each names the one before. */
function checkOwn({ ticket: { id, number }, own }) {
	need(
		own[0]?.act === 'ticket.issued' && own[0].seq === id,
		'没有取号的记录 · the line that issued the number is missing'
	);
	for (const [i, one] of own.entries()) {
		const mine = (i === 0 || one.ticket === id) && (one.number === number || (i > 0 && one.number === null));
		need(mine, `第 ${one.seq} 行不是这个号码的 · line ${one.seq} is not of this number`);
		const follows = i === 0 || one.prior === own[i - 1].seq;
		need(follows, `第 ${one.seq} 行之前少了一条 · a line is left out before line ${one.seq}`);
	}
}

function checkHead(known, noted) {
	const [seq, digits = ''] = noted.split(':').map((part) => part.replaceAll(/\s/g, '').toLowerCase());
	const hash = known.get(Number(seq));
	need(/^[0-9a-f]{16,64}$/.test(digits), '链头至少要 16 位 · at least 16 digits of a head are needed');
	need(hash !== undefined, `请按编号 ${seq} 另取证明 · the proof does not pass line ${seq}: ask for one that does`);
	need(hash.startsWith(digits), `第 ${seq} 行与抄下的链头不同 · line ${seq} is not the head that was noted`);
}

function checkDay(known, hall, { signature, ...signed }, key) {
	const fits = verify(null, Buffer.from(canonical(signed)), createPublicKey(key), Buffer.from(signature, 'hex'));
	need(fits && signed.hall === hall, '日终链头的签名不对 · the signature of the head of the day is wrong');
	need(known.get(signed.seq) === signed.hash, '与签名的链头不同 · the proof does not lead through the signed head');
}

const [file, ...rest] = process.argv.slice(2);
const options = new Map(rest.flatMap((name, i) => (i % 2 === 0 ? [[name, rest[i + 1]]] : [])));
const { size } = new Set(['--head', '--day', '--key', ...options.keys()]);
if (file === undefined || rest.length % 2 !== 0 || size > 3 || options.has('--day') !== options.has('--key')) {
	console.error('node verify-proof.mjs proof.json [--head N:digits] [--day day.json --key public-key.pem]');
	process.exit(2);
}
try {
	const proof = JSON.parse(readFileSync(file, 'utf8'));
	need(proof.version === 1, '不认识的版本 · an unknown version');
	const known = hashesOf(proof);
	checkOwn(proof);
	if (options.has('--head')) checkHead(known, options.get('--head'));
	const read = (name) => readFileSync(options.get(name), 'utf8');
	if (options.has('--day')) checkDay(known, proof.hall, JSON.parse(read('--day')), read('--key'));
	const { ticket, own, calls, head } = proof;
	console.log(`相符：${ticket.number} 的 ${own.length} 条记录和等候时的 ${calls.length} 次叫号都在台账中。`);
	console.log(
		`Fits: ${own.length} lines of ${ticket.number} and ${calls.length} calls while it waited are in the ledger.`
	);
	console.log(`链头 · head: ${head.seq} ${head.hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')}`);
	console.log(`最后一条 · newest line: ${own.at(-1).act} ${new Date(own.at(-1).at).toISOString()}`);
} catch (error) {
	console.log(
		`不符 · Does not fit: ${error instanceof Wrong ? error.message : `无法读取 · unreadable: ${error.message}`}`
	);
	process.exitCode = 1;
}
