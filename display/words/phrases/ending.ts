import type { SituationFacts } from './phrase.ts';

/** Care for those who need it, and how it ends. */
export const ENDING = {
	priority: {
		name: { zh: '优先来宾', en: 'Priority visitor' },
		pinyin: 'you xian lai bin',
		clause: 'N4 3.3',
		phrases: [
			{ zh: '您好，您可以优先办理，请先到这边来。', en: 'Good day, you come first. Please come here.' },
			{
				zh: '老人家您先请，我扶您坐下，慢慢来。',
				en: 'Please come first. Let me help you to the seat; take your time.',
				when: { elder: true }
			}
		]
	},
	disability: {
		name: { zh: '听障视障来宾', en: 'Hearing or sight difficulty' },
		pinyin: 'ting zhang shi zhang lai bin',
		clause: 'N4 3.2',
		phrases: [
			{
				zh: '您好，我请志愿者来帮您，表格我读给您听、替您填写，您确认后签字。',
				en: 'Good day, a volunteer will help you. I read the form to you and fill it in; you confirm and sign.'
			},
			{
				zh: '您好！请看屏幕，我们用文字交流，您也可以在纸上写。',
				en: 'Good day! Please look at the screen, we talk in writing; you may also write on paper.',
				when: { medium: 'text' }
			}
		]
	},
	closing: {
		name: { zh: '临近下班', en: 'Near the end of the day' },
		pinyin: 'lin jin xia ban',
		clause: 'N0 24, N4 2.4',
		phrases: [
			{
				zh: '今天能办的我先为您办完，余下的为您预约时间，到时不用排队。',
				en: 'What can be done today I do now; for the rest I make an appointment, without queueing.'
			},
			{
				zh: '您带来的材料我先收下，办好后通知您，您不用再跑一趟。',
				en: 'I take in your papers now and tell you when it is done, so that you need not come again.',
				when: { visit: 'return' }
			}
		]
	},
	thanked: {
		name: { zh: '来宾致谢', en: 'Thanked' },
		pinyin: 'lai bin zhi xie',
		clause: 'N0 7.2, N2 a1.3, N3 a1.3',
		phrases: [
			{ zh: '不客气，这是我们应该做的。', en: 'You are welcome, it is our duty.' },
			{
				zh: '不客气，很高兴能帮到您，有需要随时来电。',
				en: 'You are welcome, I am glad that it helped. Call us whenever you need.',
				when: { medium: 'telephone' }
			}
		]
	},
	praised: {
		name: { zh: '来宾表扬', en: 'Praised' },
		pinyin: 'lai bin biao yang',
		clause: 'N0 7.3, N2 a2.1, N3 a1.2.20',
		phrases: [
			{
				zh: '谢谢您的鼓励，我们会继续努力。您的表扬我已记下。',
				en: 'Thank you for your encouragement, we shall go on like this. I have recorded your praise.'
			},
			{
				zh: '谢谢您专门来说这件事，我转告同事，我们会继续努力。',
				en: 'Thank you for coming to say so. I will tell my colleagues; we shall go on like this.',
				when: { visit: 'return' }
			}
		]
	},
	done: {
		name: { zh: '办结告别', en: 'Farewell' },
		pinyin: 'ban jie gao bie',
		clause: 'N0 5.4, 7, 12, N2 a1.3, N3 a1.3',
		phrases: [
			{
				zh: '办好了，请收好您的材料。请问还有其他需要吗？欢迎评价，请慢走。',
				en: 'It is done; please keep your papers. Is there anything else? You may rate this service. Goodbye.'
			},
			{
				zh: '办好了，请收好您的材料。祝您{festival}愉快，欢迎评价，请慢走。',
				en: 'It is done; please keep your papers. Our best wishes for {festival}. You may rate this service. Goodbye.',
				when: { festive: true }
			},
			{
				zh: '都办好了，让您跑了两趟，谢谢您。欢迎评价，请慢走。',
				en: 'All is done now; thank you for coming twice. You may rate this service. Goodbye.',
				when: { visit: 'return' }
			},
			{
				zh: '办好了，证件都在袋子里，您拿好。请慢走，注意脚下。',
				en: 'It is done; all your papers are in this bag. Goodbye, and please mind your step.',
				when: { elder: true }
			},
			{
				zh: '办好了，需要的话请志愿者送您出门。欢迎评价，请慢走。',
				en: 'It is done. A volunteer will see you out if you like. You may rate this service. Goodbye.',
				when: { priority: true }
			},
			{
				zh: '谢谢您提出来，有了结果我们告诉您。请慢走。',
				en: 'Thank you for raising it; we shall tell you the result. Goodbye.',
				when: { complaint: true }
			},
			{
				zh: '请问还有其他需要吗？感谢您的来电，再见。',
				en: 'Is there anything else? Thank you for calling, goodbye.',
				when: { medium: 'telephone' }
			},
			{
				zh: '办好了，请收好材料。谢谢您，请慢走！',
				en: 'It is done. Please keep your papers. Thank you and goodbye!',
				when: { medium: 'text' }
			}
		]
	}
} satisfies Record<string, SituationFacts>;
