/**
 * What stands in a text in somebody else's words, and is therefore not ours: quotations, titles, reported speech. Each of
 * its characters is covered by `COVER`, so that no pattern reads on over it.
 */
export function withoutQuoted(text: string): string {
	const bare = cover(text, MARKED);
	// A text that is nothing but a quotation is our own sentence in marks.
	const own = /[\p{L}\p{N}]/u.test(bare) ? bare : text;
	return [REPORTED_BY_OTHERS, REPORTED_AFTER_COLON, REPORTED_BY_VISITOR, REPORTED_IN_ENGLISH].reduce(cover, own);
}

const COVER = '\uFFFC';

function cover(text: string, what: RegExp): string {
	return text.replace(what, (found) => COVER.repeat(found.length));
}

const MARKED = /「[^「」]*」|『[^『』]*』|“[^“”]*”|‘[^‘’']*[’']|《[^《》]*》|"[^"]*"|(?<![a-z])'[^'\n]*'(?![a-z])/gu;

const WHO =
	'(?:来宾|市民|群众|来电人|来访人|来信人|投诉人|反映人|举报人|申请人|当事人|对方|客户|顾客|家属|老人|(?<!其)他们?|她们?|有人|先生|女士|同志|网友|来信|来电|来函|留言|信中|电话中|录音中)';
const SAYS =
	'(?:说|讲|称|表示|反映|反应|投诉|举报|质问|责问|询问|问|抱怨|认为|提出|提到|指出|写道|写着|答复|回答|转述|陈述|诉说|喊|骂)';

/** Somebody else's account goes on to the end of the sentence, unless we speak again. */
const OURS =
	'(?:我们?(?!不是)|现(?:已|将|答复|回复)|经(?:查|核|了解|调查|询问|研究)|已(?:经|记录|转|登记|向|请|调)?|对不起|抱歉|非常抱歉|感谢|谢谢|请(?!问)|对此|按照?|根据|依据|特此|深表|属实|情况属实|本(?:窗口|中心|大厅|单位)|那(?:您|你))';
const REPORTED_BY_OTHERS = new RegExp(
	`(?:${WHO}[^，。！？；\\n]{0,4}?|(?<![依根证数单票收字])据[^，。！？；\\n]{1,6})(?:${SAYS}|被告知)(?!的)[：，]?[^。！？\\n，]*[？！]?(?:，(?!${OURS})[^。！？\\n，]*)*`,
	'gu'
);

/** After a colon everything is the account, as far as it goes. */
const REPORTED_AFTER_COLON = new RegExp(
	`(?:(?:${WHO}|您|你)[^，。！？；：\\n]{0,6}${SAYS}[^，。！？；：\\n]{0,4}|意见内容|诉求内容|反映内容|投诉内容|来宾原话|原话|诉求|留言内容)：[^\\n]*?(?:[。！？](?=${OURS}|$)|\\n|$)`,
	'gu'
);

/** The visitor spoken to: one clause, and those that go on with it; then it is us who answer. */
const REPORTED_BY_VISITOR = new RegExp(
	`(?<![跟和给对向与让叫帮为替请])(?:您|你)(?:们)?(?:刚才|当时|上次|昨天|来电|来信|来信中|在[^，。！？；\\n]{1,8})?(?:所)?${SAYS}(?:到|过|了)?(?!的|我[，]?我|我干|我有|别人|谁|领导|他|哪)[^，。！？；：\\n]*(?:，(?:也|又|还|并|而且|然后|态度|最后|后来|就)(?!请)[^，。！？；\\n]*)*`,
	'gu'
);

const REPORTED_IN_ENGLISH =
	/\b(?:you|he|she|they|the (?:visitor|caller|citizen|applicant|complainant)|visitors?|callers?) (?:said|say|says|wrote|write|told us|reported|report|complained|complain|asked|stated|claim(?:ed)?)\b[^。！？\n]*|\baccording to (?:you|the (?:visitor|caller|complainant))\b[^。！？\n]*/gu;
