import { Random } from './Random';
import { World } from './World';

/** Changes what stands around the findings; answers whether it could. */
export type WorldEdit = (world: World, random: Random) => boolean;

/** A package gets a newer version that has the weakness still. */
export const bumpVersion: WorldEdit = (world, random) => {
  const chosen = random.pick(world.packages);
  const [major] = chosen.version;
  const both = random.chance(0.3);
  for (const other of world.packages) {
    if (other.name === chosen.name && (both || other.version[0] === major)) {
      const [one, two, three] = other.version;
      other.version = random.chance(0.5)
        ? [one, two + 1, 0]
        : [one, two, three + 1];
    }
  }
  return true;
};

/** The image is built again. */
export const rebuildImage: WorldEdit = (world, random) => {
  world.image = {
    tag: random.chance(0.5)
      ? `1.${random.below(40)}.${random.below(10)}`
      : random.hex(10),
    digest: random.hex(64),
  };
  return true;
};

const WORKSPACES: ReadonlyArray<(random: Random) => string> = [
  random => `/tmp/tmp${random.hex(8)}/`,
  random => `/tmp/tmp.${random.hex(10)}/checkout/`,
  random =>
    `/private/var/folders/x1/${random.hex(12)}/T/scan-${random.hex(6)}/`,
  () => '/home/runner/work/shop/shop/',
  random => `/builds/larkhill/${random.below(100)}/group/shop/`,
  random => `/var/lib/jenkins/workspace/shop_main@${random.between(2, 9)}/`,
  random => `/home/vsts/work/${random.between(1, 9)}/s/`,
  random => `/agent/_work/${random.between(1, 40)}/s/`,
  random => `/var/lib/docker/overlay2/${random.hex(64)}/merged/app/`,
  random =>
    `/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/${random.between(1, 999)}/fs/app/`,
  random => `/kaniko/${random.hex(12)}/`,
  random =>
    `/workspaces/build-${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}/`,
  () => '',
];

/** The same commit is scanned on another machine, in another folder. */
export const changeWorkspace: WorldEdit = (world, random) => {
  world.workspace = random.pick(WORKSPACES)(random);
  return true;
};
