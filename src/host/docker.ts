import { posix } from 'node:path';
import { type Found, found, unknown } from './found';
import type { RootFiles } from './root-files';

const mostContainers = 1000;

/** Whether containers publish ports to the network, by what docker keeps of each (hostconfig.json). */
export function findDocker(root: RootFiles): Found<boolean> {
  const directory = posix.join(dataDirectory(root), 'containers');
  const containers = root.entries(directory);
  if (containers === 'absent') return unknown('there is no docker');
  if (containers === 'unknown') return unknown(`${directory} can't be listed`);
  const answers = containers.slice(0, mostContainers).map(({ name }) => ({
    name,
    isOpen: publishesPorts(root.text(`${directory}/${name}/hostconfig.json`)),
  }));
  const open = answers.find(({ isOpen }) => isOpen === true);
  if (open !== undefined) return found(true, `container ${open.name.slice(0, 12)} publishes ports`);
  const unclear = answers.find(({ isOpen }) => isOpen === undefined);
  if (unclear !== undefined) return unknown(`container ${unclear.name.slice(0, 12)} can't be read`);
  return containers.length > mostContainers
    ? unknown('there are too many containers')
    : found(false, `none of ${containers.length} containers in ${directory} publishes ports`);
}

function dataDirectory(root: RootFiles): string {
  const moved = objectIn(root.text('/etc/docker/daemon.json'))?.get('data-root');
  return typeof moved === 'string' && moved.startsWith('/') ? moved : '/var/lib/docker';
}

function publishesPorts(text: string | undefined): boolean | undefined {
  const config = objectIn(text);
  if (config === undefined) return undefined;
  if (config.get('PublishAllPorts') === true) return true;
  const ports = config.get('PortBindings');
  if (typeof ports !== 'object' || ports === null) return false;
  const bindings: readonly unknown[] = Object.values(ports).flat();
  return bindings.some(isOpenBinding);
}

function isOpenBinding(binding: unknown): boolean {
  if (typeof binding !== 'object' || binding === null) return false;
  const address = 'HostIp' in binding ? String(binding.HostIp) : '';
  return !/^(?:127\.|::1$)/.test(address);
}

function objectIn(text: string | undefined): ReadonlyMap<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(text ?? '');
    return typeof data === 'object' && data !== null ? new Map(Object.entries(data)) : undefined;
  } catch {
    return undefined;
  }
}
