"""Modbus RTU slaves by pymodbus: `modbus-slave.py <port> <unit>,<unit>`, 200 holding registers each."""
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server import StartSerialServer

try:
    from pymodbus.transaction import ModbusRtuFramer as framer
except ImportError:
    from pymodbus.framer import FramerType

    framer = FramerType.RTU

port, units = sys.argv[1], [int(unit) for unit in sys.argv[2].split(",")]
slaves = {unit: ModbusSlaveContext(hr=ModbusSequentialDataBlock(0, [0] * 200), zero_mode=True) for unit in units}
print("ready", flush=True)
StartSerialServer(
    context=ModbusServerContext(slaves=slaves, single=False),
    framer=framer,
    port=port,
    baudrate=9600,
    ignore_missing_slaves=True,
)
