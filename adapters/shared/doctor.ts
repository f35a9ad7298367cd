/** One thing that was looked at, and what was found. Texts are whole sentences. */
export type Check =
  | {
      readonly name: string;
      readonly ok: true;
      readonly note?: string;
      /** What could be done, where something is to be had by it. */
      readonly mend?: string;
    }
  | {
      readonly name: string;
      readonly ok: false;
      readonly problem: string;
      /** The click, or the setting, that mends it. */
      readonly mend: string;
    };

/** Looks after one platform. */
export type Doctor = {
  readonly platform: string;
  /** Absent where the platform is not set up. Looks, and changes nothing; what cannot be reached is a finding, too. */
  readonly examine?: () => Promise<readonly Check[]>;
  /** What to set, and where to get it. */
  readonly setUp: string;
};

/** What the doctors found, to be read; well if something is set up and nothing stands in its way. */
export const examineAll = async (
  doctors: readonly Doctor[],
): Promise<{ readonly report: string; readonly isWell: boolean }> => {
  const found = await Promise.all(
    doctors.map(async ({ platform, examine, setUp }) => ({ platform, setUp, checks: await examine?.() })),
  );
  const isSetUp = found.some(({ checks }) => checks);
  const isWell = isSetUp && found.every(({ checks = [] }) => checks.every(({ ok }) => ok));
  const report = found.map(({ platform, setUp, checks }) =>
    [platform, ...(checks ? checks.flatMap(linesOf) : [`  – Not set up. ${setUp}`])].join('\n'),
  );
  return { report: report.join('\n\n'), isWell };
};

const linesOf = (check: Check): readonly string[] => {
  const said = check.ok ? check.note : check.problem;
  return [
    `  ${check.ok ? '✓' : '✗'} ${check.name}${said ? `: ${said}` : ''}`,
    ...(check.mend ? [`    → ${check.mend}`] : []),
  ];
};

/** Differences of this size (ms) are a clock that is set wrong, and no slow network. */
const tolerated = 60_000;

/**
 * Our clock beside a platform's.
 * @param theirs a `Date` header; undefined where there was none
 * @param ours milliseconds since 1970
 * @param why what a wrong clock does to us on this platform
 */
export const checkClock = (theirs: string | undefined, ours: number, why: string): Check => {
  const name = 'clock';
  const time = Date.parse(theirs ?? '');
  if (Number.isNaN(time)) return { name, ok: true, note: 'Not compared: the answer had no date.' };
  const off = ours - time;
  if (Math.abs(off) <= tolerated) return { name, ok: true };
  const seconds = Math.round(Math.abs(off) / 1000);
  const amount = seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
  return {
    name,
    ok: false,
    problem: `This machine is ${amount} ${off > 0 ? 'ahead' : 'behind'}. ${why}`,
    mend: 'Switch on its time synchronisation (NTP): on Linux "timedatectl set-ntp true", elsewhere in the settings for date and time.',
  };
};
