import { describe, expect, it } from 'vitest';
import { localVoice, sentencesOf } from '../../../src/renderer/views/reader/read-aloud';
import { bundledReports } from '../../helpers/bundled-reports';

const voice = (lang: string, localService: boolean): SpeechSynthesisVoice => ({
  lang,
  localService,
  default: false,
  name: `${lang} ${String(localService)}`,
  voiceURI: lang,
});

describe('朗读', () => {
  it('uses a voice of the machine only, mainland Chinese first; none where there is none', () => {
    const [network, local, hongKong, english] = [
      voice('zh-CN', false),
      voice('zh-CN', true),
      voice('zh-HK', true),
      voice('en-US', true),
    ];
    expect(localVoice([network, english, hongKong, local])).toBe(local);
    expect(localVoice([network, english, hongKong])).toBe(hongKong);
    expect(localVoice([network, english])).toBeNull();
    expect(localVoice([])).toBeNull();
  });

  it('reads from a place on to the end, or what is selected and no more', () => {
    const [report] = bundledReports();
    if (!report) throw new Error('No report is bundled.');
    const [, second, third] = report.sentences.map(({ range }) => range);
    if (!second || !third) throw new Error('The report has no sentences.');
    const onward = sentencesOf(report, { start: second.start + 1, end: second.end }, true);
    expect(onward).toHaveLength(report.sentences.length - 1);
    expect(onward[0]).toEqual(second);
    expect(sentencesOf(report, { start: second.start, end: third.end }, false)).toEqual([second, third]);
    const words = { start: second.start + 1, end: second.start + 3 };
    expect(sentencesOf(report, words, false)).toEqual([words]);
  });
});
