/**
 * Processor time this process has taken so far, in milliseconds. What should not take for ever is held against it and not against a
 * clock, which counts what else the machine does.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
