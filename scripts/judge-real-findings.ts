import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JudgedFinding, printJudged, readJudged, realFindings } from '../test/conformance/real-findings';

const record = 'test/conformance/real-findings.tsv';

/**
 * Writes what lint says about the real trees now. A finding that stands where one of its rule stood keeps that one's judgement; a new
 * one gets `?`, and somebody has to read it.
 */
export function judgeRealFindings(): void {
  const before = new Map(
    existsSync(record) ? readJudged(readFileSync(record, 'utf8')).map(each => [keyOf(each), each]) : [],
  );
  const directory = mkdtempSync(join(tmpdir(), 'f2blint-judge-'));
  try {
    const now = realFindings('../shared/corpus', directory).map(each => ({
      ...each,
      judgement: before.get(keyOf(each))?.judgement ?? each.judgement,
    }));
    writeFileSync(record, printJudged(now));
    const open = now.filter(each => each.judgement === '?').length;
    console.log(`${now.length} findings, ${open} to be judged in ${record}`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const keyOf = ({ rule, place }: JudgedFinding) => `${rule} ${place}`;
