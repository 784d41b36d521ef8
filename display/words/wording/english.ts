import type { Pattern } from './classes.ts';
import { of } from './compile.ts';

/** English counterparts, over small letters; sentence marks are the Chinese ones of normal.ts. */
export const ENGLISH: readonly Pattern[] = [
	...of('rude-opening', [
		'<start>\\s*(?:hey|oi)\\b|(?<!may i ask |how )\\bwhat do you want\\b',
		'<start>\\s*(?:so )?who are you\\b|<start>\\s*(?:yes，? )?what is it\\b|<start>\\s*what now\\b|<start>\\s*next！'
	]),
	...of(
		'flat-refusal',
		[
			"\\b(?:i|we) (?:really )?(?:don't|do not|dunno|wouldn't) know\\b(?! yet (?:whether|if))|\\b(?:i|we) have no (?:idea|clue)\\b|<start>\\s*no idea\\b|\\bno clue\\b|<start>\\s*don't know\\b",
			"\\bcan(?:not|'t| not) be done\\b|\\b(?:it|that|this)(?:'s| is) (?:simply |just )?(?:impossible|not possible)\\b|<start>\\s*(?:impossible|no way|no can do)\\b",
			"\\b(?:i|we) can(?:not|'t) (?:help|do (?:it|that|this|anything))\\b|\\bnothing (?:i|we) can do\\b|\\bthere is nothing to be done\\b"
		],
		{ remedied: true, instead: 'Please wait a moment, I will find out for you' }
	),
	...of('passing-buck', [
		'\\bfigure (?:it|that|this) out (?:on your own|yourself)\\b|\\btake it up with (?:them|somebody else)\\b|\\bi only work here\\b',
		'\\bnot (?:my|our) (?:job|problem|business|fault|department|concern|responsibility)\\b|\\bnone of (?:my|our) (?:business|concern)\\b',
		"\\b(?:go and )?ask (?:somebody|someone|anybody|anyone) else\\b|\\bask your boss\\b|\\bhow should (?:i|we) know\\b|\\bnothing to do with (?:me|us)\\b|\\bdon't (?:ask|blame) (?:me|us)\\b|\\bsort it out yourself\\b"
	]),
	...of('hurry', [
		"(?<!not |n't |to |no )\\bhurry(?: up)?\\b(?! is)|\\bbe quick\\b|\\bmake it quick\\b|\\bget on with it\\b|\\bothers are waiting\\b|\\bwhat(?:'s| is) the (?:rush|hurry)\\b|\\bstop (?:rushing|pushing) (?:me|us)\\b",
		"\\b(?:about|going) to close\\b|\\bwe're closing\\b|\\bit's closing time\\b"
	]),
	...of(
		'hurry',
		['\\b(?:please )?(?:just )?(?:you can )?come back (?:tomorrow|another day|next week|later)\\b(?! with| to )'],
		{
			remedied: true,
			instead: 'We do today what can still be done and make an appointment for the rest'
		}
	),
	...of('asked-again', [
		'\\brepeat myself\\b|\\bonce and for all\\b|\\bas i keep saying\\b',
		"\\b(?:i|we) (?:have|'ve) (?:already )?(?:told|explained|said)\\b(?! the)|\\bas (?:i|we) (?:have )?told you\\b|\\bread the (?:sign|notice)\\b(?! below)",
		"\\b(?:i|we)(?:'ve| have)? already (?:told|said|explained)\\b|\\b(?:i|we) (?:just )?told you\\b(?! about)|\\bdidn't (?:i|we) (?:just )?(?:tell|say|explain)\\b|\\bhow (?:many times|often) (?:do|must|should|have) (?:i|we|you)\\b|\\bas (?:i|we) (?:already )?said\\b",
		"\\b(?:why are you|are you) asking (?:me |us )?(?:this |that )?again\\b|(?<!call )\\byou again(?=[？。！]|$)|\\bwhy didn't you (?:say|tell)\\b|\\bcan't you read\\b"
	]),
	...of('lecture', [
		"\\b(?:do|did|don't) you (?:even )?(?:understand(?: me)?|get it|hear me)(?=[？。！]|$)|\\bis that clear(?=[？。！]|$)|\\bgot it(?=[？]|$)",
		"\\bwho told you (?:that|so|this|to)\\b|\\bwhat exactly do you want\\b|\\bwhat do you mean\\b|\\bwhat(?:'s| is) your (?:problem|point)\\b|\\bwho says so\\b|\\bare you serious\\b"
	]),
	...of('challenge', [
		'\\bwhoever you (?:want|like)\\b|\\bnothing will (?:change|come of it)\\b',
		"\\bso what\\b|(?:just |<start>)deal with it\\b|\\bcomplain to whoever\\b|\\bno use complaining\\b|\\bif you don't like it\\b|\\bsuit yourself\\b",
		"\\bgo ahead and (?:complain|sue|report)\\b|\\b(?:so )?(?:sue|report) (?:me|us)\\b|\\bcomplain (?:all you (?:like|want)|if you (?:like|want))\\b|\\bsee if (?:i|we) care\\b|\\b(?:i|we) (?:don't|couldn't) care\\b|\\btake it or leave it\\b|\\bthat(?:'s| is) (?:just )?how (?:i|we) (?:am|are)\\b"
	]),
	...of('mockery', [
		"\\bwith a brain\\b|\\bany(?:body|one) (?:can|could|knows?)\\b|\\beverybody knows\\b|\\byou people\\b|\\bcan't you (?:even )?(?:read|write|see|count)\\b|\\bwhat part of\\b|\\blearn to read\\b",
		"\\b(?:stupid|idiots?|idiotic|dumb|moron|fool|foolish|ridiculous|ignorant)\\b|\\b(?:you )?(?:don't|do not) (?:even )?know the basics\\b|\\byou (?:wouldn't|won't|would not|can't) understand\\b|\\bare you (?:blind|deaf|crazy|mad)\\b|\\bany child\\b|\\beven a child\\b|\\bat your age\\b|\\bcommon sense\\b"
	]),
	...of('blaming', [
		"\\bnext time (?:read|bring|listen|look|check)\\b|\\bwhy didn't you (?:read|bring|check|look)\\b",
		"\\byour own (?:fault|mistake|doing|problem)\\b|\\b(?:it|this|that|all)(?:'s| is) your (?:own )?(?:fault|mistake|problem)\\b|\\b(?:only )?yourself to blame\\b|\\byou should have (?:known|read|thought|listened|come)\\b|\\bserves you right\\b"
	]),
	...of('power', [
		"\\bwhat i say goes\\b|\\bdo (?:as|what) (?:you are|you're|i) (?:told|say|tell)\\b|\\bi (?:decide|make the rules)\\b|\\bbecause i say so\\b|\\bi'm in charge here\\b|\\bwho do you think you are\\b|\\byou have no right to (?:ask|question)\\b"
	]),
	...of('breaking-off', [
		"\\bconversation is over\\b|\\bnot (?:going to )?discuss (?:this|it) (?:any further|again)\\b|\\bi'm done with you\\b",
		"\\b(?:do not|don't|never) (?:write|call|come|contact|phone)(?: (?:to )?us| me| back| here)?(?: again|$|[。！])|\\b(?:you may (?:go|leave)|please leave) now\\b|\\bwait (?:your turn|outside)\\b",
		"\\bshut up\\b|\\bstop (?:calling|bothering|writing|asking|wasting)\\b|\\bdon't (?:call|come|write|bother)(?: (?:us|me|back|here))? ?(?:again|any more|anymore)?(?=[。！，]|$)|\\bgo away\\b|\\bget (?:out|lost)\\b|\\bhang up\\b|\\bleave (?:me|us) alone\\b|\\b(?:i|we) have no time for\\b|\\bnothing more to say\\b|\\bwe're done here\\b"
	])
];
