"""The attack suite: small programs that try to get out, each told in a few lines."""

from tests.daemon.jail.attacks.attack import Attack
from tests.daemon.jail.attacks.on_files import ON_FILES
from tests.daemon.jail.attacks.on_kernel import ON_KERNEL
from tests.daemon.jail.attacks.on_network import ON_NETWORK
from tests.daemon.jail.attacks.on_processes import ON_PROCESSES
from tests.daemon.jail.attacks.on_resources import ON_RESOURCES
from tests.daemon.jail.attacks.on_verdict import ON_VERDICT

ATTACKS: tuple[Attack, ...] = (
    *ON_RESOURCES,
    *ON_FILES,
    *ON_NETWORK,
    *ON_PROCESSES,
    *ON_KERNEL,
    *ON_VERDICT,
)
