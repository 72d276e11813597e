from . import icp_import
