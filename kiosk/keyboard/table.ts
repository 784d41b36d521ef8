import address from './table/words.txt?url';
import { Pinyin } from './pinyin.ts';

let table: Promise<Pinyin> | undefined;

/** What Chinese is written from: fetched when a keyboard first opens, then kept. A try that failed is forgotten. */
export function pinyinTable(get: (address: string) => Promise<Response> = fetch): Promise<Pinyin> {
	table ??= read(get).catch((error: unknown) => {
		table = undefined;
		throw error;
	});
	return table;
}

async function read(get: (address: string) => Promise<Response>): Promise<Pinyin> {
	const answer = await get(address);
	if (!answer.ok) throw new Error(`the table of pinyin was answered with ${String(answer.status)}`);
	return new Pinyin(await answer.text());
}
