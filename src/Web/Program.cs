return await Mestring.Web.Commands.Mestring.Run(args);
