/** A text as the patterns read it, and where each of its characters stood. */
export interface Normal {
	text: string;
	/** index in the original of each character of `text`, and the original's length at the end */
	at: number[];
}

/** Traditional forms and look-alikes of the characters that the patterns use: as it is written, as it is read. */
const PAIRS =
	'辦办 與与 無无 關关 歸归 問问 誰谁 說说 説说 話话 過过 還还 嗎吗 麼么 麽么 甚什 幾几 講讲 訴诉 態态 許许 責责 領领 導导 沒没 見见 會会 聽听 這这 個个 箇个 樣样 們们 為为 ' +
	'爲为 務务 電电 掛挂 別别 讓让 邊边 來来 時时 間间 點点 緊紧 趕赶 條条 規规 據据 請请 給给 從从 頭头 腦脑 錯错 認认 識识 難难 煩烦 實实 寫写 裡里 裏里 儘尽 盡尽 後后 閉闭 ' +
	'開开 門门 對对 應应 該该 機机 題题 單单 號号 處处 賴赖 覺觉 終终 於于 業业 員员 結结 絕绝 經经 總总 續续 網网 壞坏 聾聋 長长 歲岁 紀纪 須须 當当 資资 簽签 憑凭 準准 備备 ' +
	'語语 動动 價价 師师 兒儿 囉啰 曉晓 著着 隨随 遲迟 輪轮 慘惨 癡痴 閒闲 閑闲 證证 決决 幫帮 聯联 繫系 預预 約约 優优 補补 換换 帶带 齊齐 醫医 鄉乡 餵喂 學学 簡简 懶懒 諮咨 ' +
	'詢询 誤误 兩两 萬万 莪我 硪我 妳你 伱你 沵你 祢你 吿告 噵道 钚不 卟不 吥不 啲点 仸不 倁知 莈没 菿到 莋作 鍀得 啉么 嚒么 庅么 亽人';

const READ_AS = new Map(PAIRS.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));

const MARKS = new Map([
	[',', '，'],
	['.', '。'],
	['!', '！'],
	['?', '？'],
	[';', '；'],
	[':', '：'],
	['｡', '。'],
	['､', '、'],
	['~', '～'],
	['’', "'"]
]);

const HAN = /\p{Script=Han}/u;
const UNSEEN = /[\p{Cf}\p{Mn}\u3164]/u;
/** Single characters kept apart: `急 什 么`, `快～点～`, `不.清.楚`. A list (`老、弱、病`) is none. */
const KEPT_APART = /(?<!\p{Script=Han})\p{Script=Han}(?:[，。·・～\-_*|/\\…—+=`^]+\p{Script=Han}(?!\p{Script=Han}))+/gu;

/**
 * The text in one form: full width as half width, traditional as simplified, look-alikes as what they look like, Latin
 * letters small, no space beside a Chinese character, nothing that is not seen, no marks between single characters.
 */
export function normal(original: string): Normal {
	const chars: string[] = [];
	const at: number[] = [];
	let index = 0;
	for (const char of original) {
		for (const plain of UNSEEN.test(char) ? '' : readAs(char)) {
			chars.push(plain);
			at.push(index);
		}
		index += char.length;
	}
	const keep = chars.map((char, n) => char.trim() !== '' || char === '\n' || isBetweenWords(chars, n));
	return joinedUp({ chars, at, keep }, original.length);
}

function readAs(char: string): string {
	const read = READ_AS.get(char);
	if (read !== undefined) return read;
	const plain = isQuoteOrDash(char) ? char : char.normalize('NFKC').toLowerCase();
	return [...plain].map((one) => MARKS.get(one) ?? READ_AS.get(one) ?? one).join('');
}

function isQuoteOrDash(char: string): boolean {
	return '…“”‘「」『』《》'.includes(char);
}

/** A space that parts words of Latin letters or figures stays, once. */
function isBetweenWords(chars: string[], n: number): boolean {
	const before = chars[n - 1]?.trim();
	if (before === undefined || before === '' || isChinese(before)) return false;
	let next = n + 1;
	while (chars[next]?.trim() === '') next += 1;
	const after = chars[next];
	return after !== undefined && !isChinese(after);
}

function isChinese(char: string): boolean {
	return HAN.test(char) || '，。！？；：、～“”「」『』《》'.includes(char);
}

function joinedUp({ chars, at, keep }: { chars: string[]; at: number[]; keep: boolean[] }, end: number): Normal {
	const text = chars.filter((_, n) => keep[n]).join('');
	const places = at.filter((_, n) => keep[n]);
	const drop = new Set<number>();
	for (const found of text.matchAll(KEPT_APART))
		for (let n = 0; n < found[0].length; n++) if (!HAN.test(found[0].charAt(n))) drop.add(found.index + n);
	return {
		text: [...text].filter((_, n) => !drop.has(n)).join(''),
		at: [...places.filter((_, n) => !drop.has(n)), end]
	};
}
