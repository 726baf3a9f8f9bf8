/**
 * Drop-ins of sshd_config.d that a program writes and may write again: cloud-init, the images of Ubuntu, the installer of Fedora and
 * its relatives, the packages of Red Hat and SUSE.
 */
const made =
  /(?:^|\/)sshd_config\.d\/(?:50-cloud-init|60-cloudimg-settings|01-permitrootlogin|[0-9]+-redhat[\w-]*|50-suse)\.conf$/;

/** Whether a drop-in of sshd is not the admin's, by its path. */
export function isMadeDropIn(path: string): boolean {
  return made.test(path);
}
